import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Sourced } from '#domain/year-rules'
import { CountField } from './CountField.tsx'
import { colours } from './theme.ts'

export const ruleCell = {
  p: '6px 8px',
  borderBottom: `1px solid ${colours.line}`,
  textAlign: 'left',
  verticalAlign: 'top',
} as const

/** A table of rules; `heads` with their widths in percent. */
export function RuleTable(props: {
  label: string
  /** Without it the label is read, not seen. */
  isTitled?: boolean
  heads: readonly (readonly [string, number])[]
  children: ReactNode
}) {
  return (
    <Box
      component="table"
      {...(props.isTitled ? {} : { 'aria-label': props.label })}
      sx={{
        ...{ borderCollapse: 'collapse', width: '100%', fontSize: 13, tableLayout: 'fixed' },
        bgcolor: colours.surface,
      }}
    >
      {props.isTitled && (
        <Box component="caption" sx={{ textAlign: 'left', fontSize: 14, fontWeight: 600, pb: 1 }}>
          {props.label}
        </Box>
      )}
      <thead>
        <tr>
          {props.heads.map(([name, width]) => (
            <Box
              key={name}
              component="th"
              scope="col"
              sx={{
                ...{ ...ruleCell, width: `${width}%`, bgcolor: colours.head, fontWeight: 500 },
                ...{ position: 'sticky', top: 0 },
              }}
            >
              {name}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </Box>
  )
}

/** On what a rule rests, as a cell. */
export function Ground({ clause, mark }: Sourced) {
  return (
    <Box component="td" sx={{ ...ruleCell, fontSize: 12, color: colours.secondary }}>
      〔{mark}〕{clause}
    </Box>
  )
}

/** What the pack says beside what holds; marked where the bureau says otherwise. */
export function Was({ text, isOwn }: { text: string; isOwn: boolean }) {
  return (
    <Box component="span" sx={{ color: isOwn ? colours.attention : colours.secondary }}>
      {isOwn && <span aria-hidden="true">▲ </span>}
      {isOwn ? `原为 ${text}` : text}
    </Box>
  )
}

/** A number of the rules beside that of the pack; `children` are further cells. */
export function OwnNumberRow(props: {
  number: { name: string; unit: string; about: string }
  was: number
  value: number
  readOnly: boolean
  onChange: (value: number) => void
  children?: ReactNode
}) {
  const { was, value } = props
  const { name, unit, about } = props.number
  return (
    <tr>
      <Box component="td" sx={ruleCell}>
        {name}
        <Box sx={{ fontSize: 12, color: colours.secondary }}>{about}</Box>
      </Box>
      <Box component="td" sx={ruleCell}>
        <CountField
          hideLabel
          label={`${name}（${unit}）`}
          isNeeded
          value={value}
          readOnly={props.readOnly}
          onCommit={props.onChange}
        />
      </Box>
      <Box component="td" sx={ruleCell}>
        <Was text={`${was} ${unit}`} isOwn={value !== was} />
      </Box>
      {props.children}
    </tr>
  )
}
