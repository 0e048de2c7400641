import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import type { ChangeEvent, ReactNode } from 'react'
import { colours } from './theme.ts'

/** A column of a foreign table: its head, what stands beneath it in some rows, and what it is read as. */
export type MappedColumn = { column: number; head: string; texts: readonly string[]; field: string }

/** How tables of one layout are read: what each column means, and what that would give. */
export function MappingCard(props: {
  name: string
  alike: number
  isWanted: boolean
  onWanted: (isWanted: boolean) => void
  /** What else must be said of the layout. */
  asked?: ReactNode
  outcome: ReactNode
  columns: readonly MappedColumn[]
  /** How a sample row is called in the head. */
  sampleName: (number: number) => string
  samples: number
  /** The <option>s of every column. */
  options: ReactNode
  ignored: string
  onField: (column: number, field: string) => void
  children?: ReactNode
}) {
  const { columns } = props
  const numbers = Array.from({ length: props.samples }, (_, index) => index + 1)
  return (
    <Box
      component="section"
      aria-label={props.name}
      sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, px: 3, py: 1, flexWrap: 'wrap' }}>
        <Typography variant="h3" noWrap sx={{ maxWidth: 520 }} title={props.name}>
          {props.name}
        </Typography>
        {props.alike > 1 && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            等 {props.alike} 张表头相同的表
          </Typography>
        )}
        <FormControlLabel
          sx={{ m: 0 }}
          control={
            <Checkbox
              size="small"
              checked={props.isWanted}
              onChange={(_, isWanted) => props.onWanted(isWanted)}
            />
          }
          label="读取"
        />
        {props.isWanted && props.asked}
        <Box role="status" sx={{ flex: 1, textAlign: 'right', fontSize: 13 }}>
          {props.outcome}
        </Box>
      </Box>
      {props.children}
      {props.isWanted && (
        <Box component="table" sx={tableStyle}>
          <thead>
            <tr>
              <th style={{ width: '22%' }}>表头</th>
              {numbers.map((number) => (
                <th key={number}>{props.sampleName(number)}</th>
              ))}
              <th style={{ width: 220 }}>读作</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ column, head, texts, field }) => (
              <tr key={column} data-ignored={field === props.ignored}>
                <th scope="row" title={head}>
                  {head || '（无表头）'}
                </th>
                {numbers.map((number) => (
                  <td key={number} title={texts[number - 1]}>
                    {texts[number - 1]}
                  </td>
                ))}
                <td>
                  <MappingChoice
                    label={`“${head || '（无表头）'}”读作`}
                    value={field}
                    onChange={(value) => props.onField(column, value)}
                  >
                    {props.options}
                  </MappingChoice>
                </td>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
    </Box>
  )
}

/** A question about the layout in its head line, with its list. */
export function MappingQuestion(props: { text: string; children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, fontSize: 13, whiteSpace: 'nowrap' }}>
      {props.text}
      {props.children}
    </Box>
  )
}

/** A native list: as quick by keyboard as people know it, and light with forty of them on a page. */
export function MappingChoice(props: {
  label: string
  value: string
  onChange: (value: string) => void
  children: ReactNode
}) {
  return (
    <Box
      component="select"
      aria-label={props.label}
      value={props.value}
      onChange={(event: ChangeEvent<HTMLSelectElement>) => props.onChange(event.target.value)}
      sx={{
        font: 'inherit',
        fontSize: 13,
        height: 28,
        width: '100%',
        minWidth: 72,
        px: 1,
        color: 'text.primary',
        bgcolor: 'background.paper',
        border: `1px solid ${colours.control}`,
        borderRadius: 1,
        '&:focus-visible': { outline: `2px solid ${colours.primary}`, outlineOffset: -1 },
      }}
    >
      {props.children}
    </Box>
  )
}

const tableStyle = {
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  fontSize: 13,
  '& th, & td': {
    height: 34,
    px: 3,
    py: 0,
    textAlign: 'left',
    fontWeight: 400,
    borderTop: 1,
    borderColor: 'divider',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& thead th': { bgcolor: colours.head, fontWeight: 600 },
  '& tbody th': { fontWeight: 600 },
  '& tr[data-ignored=true] th, & tr[data-ignored=true] td': { color: 'text.secondary', fontWeight: 400 },
} as const
