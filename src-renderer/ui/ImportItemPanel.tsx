import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { type MatchWay, matchWays } from '#domain/execution/execution'
import { type EntryPair, pairWays } from '#domain/form-import/pairs'
import type { Problem } from '#domain/problem'
import { SeverityMark } from './SeverityMark.tsx'
import { ChoiceField, controlStyle, TextField } from './TextField.tsx'
import { colours } from './theme.ts'

/** A form of the book that a found one may belong to. */
export type KnownForm = {
  id: string
  name: string
  unitId: string
  entries: readonly { id: string; name: string }[]
}

/** A found form as it would be written; `names` are its indicators as read, null where it could not be read at all. */
export type FoundItem = {
  form: KnownForm | null
  way: MatchWay
  candidates: readonly string[]
  pairs: readonly EntryPair[]
  names: readonly string[] | null
  sheet: string
  content: object | null
  changes: readonly { field: string; label: string; from: string; to: string }[]
  problems: readonly Problem[]
}

/** What a person decided of a found form: which one it belongs to, or which indicator is which. */
export type FoundChoice = { formId: string } | { pairs: ReadonlyMap<number, string> }

type Row = {
  key: string
  name: string
  file: string
  mark: ReactNode
  /** Why a file gave nothing; '' where it gave a form. */
  fault: string
  item: FoundItem | null
  /** Written only after a person has looked. */
  asksLook: boolean
}

/** Everything about one found form: its project, its indicators, what would change, what is doubtful. */
export function ImportItemPanel(props: {
  /** 监控表, 自评表. */
  what: string
  /** What the list of known forms is called. */
  choiceLabel: string
  row: Row | null
  forms: readonly KnownForm[]
  unitName: (id: string) => string
  onDecide: (choice: FoundChoice) => void
  onAccept: () => void
}) {
  const { row, what } = props
  return (
    <Box component="aside" aria-label={`所选${what}的详情`} tabIndex={0} sx={panelStyle}>
      {!row && <Box sx={{ color: colours.secondary }}>选中一行，这里显示它对应的项目、指标和改动。</Box>}
      {row && (
        <Box>
          <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
            {row.name}
          </Typography>
          <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {row.mark} · {row.file}
            {row.item && ` · ${row.item.sheet}`}
          </Box>
        </Box>
      )}
      {row && row.fault !== '' && <Box sx={{ color: 'error.main' }}>{row.fault}</Box>}
      {row?.item && (
        <>
          {row.item.problems.map((problem) => (
            <Box key={`${problem.code} ${problem.message}`}>
              <SeverityMark severity={problem.severity} /> {problem.message}
            </Box>
          ))}
          {row.asksLook && (
            <Button variant="outlined" onClick={props.onAccept}>
              已核对，写入这一份
            </Button>
          )}
          {row.item.names && <ProjectChoice key={row.key} {...props} item={row.item} />}
          {row.item.form && row.item.content && (
            <Pairs item={row.item} form={row.item.form} onDecide={props.onDecide} />
          )}
          <Changes item={row.item} />
        </>
      )}
    </Box>
  )
}

const panelStyle = {
  ...{ width: { xs: 380, xl: 480 }, flex: 'none', overflow: 'auto', p: 4, fontSize: 13, lineHeight: '20px' },
  ...{ borderLeft: 1, borderColor: 'divider', bgcolor: 'background.paper' },
  ...{ display: 'flex', flexDirection: 'column', gap: 4 },
} as const

const mostOffered = 30

function ProjectChoice(props: {
  item: FoundItem
  choiceLabel: string
  forms: readonly KnownForm[]
  unitName: (id: string) => string
  onDecide: (choice: FoundChoice) => void
}) {
  const { item, forms } = props
  const [search, setSearch] = useState('')
  const byId = new Map(forms.map((form) => [form.id, form]))
  const wanted = search.trim()
  const found =
    wanted === ''
      ? []
      : forms.filter(({ name, unitId }) => `${name} ${props.unitName(unitId)}`.includes(wanted))
  const offered = new Map<string, string>()
  const ids = [item.form?.id ?? '', ...item.candidates, ...found.map(({ id }) => id)]
  for (const id of ids.slice(0, mostOffered)) {
    const form = byId.get(id)
    if (form) offered.set(id, `${form.name}（${props.unitName(form.unitId)}）`)
  }
  return (
    <Box component="section" aria-label="对应的项目" sx={{ display: 'grid', gap: 2 }}>
      <ChoiceField
        label={props.choiceLabel}
        hint={matchWays[item.way]}
        value={item.form?.id ?? ''}
        choices={Object.fromEntries(offered)}
        blank="不写入"
        onCommit={(formId) => props.onDecide({ formId })}
      />
      <TextField
        label="查找其他项目"
        placeholder="名称或单位，查到后在上面选"
        value={search}
        onCommit={setSearch}
      />
    </Box>
  )
}

function Pairs(props: { item: FoundItem; form: KnownForm; onDecide: (choice: FoundChoice) => void }) {
  const { item, form } = props
  const read = item.names ?? []
  const isClear = item.pairs.every(({ way }) => way === 'name')

  function pair(index: number, entryId: string) {
    // Every decision made so far stays; the others are found again around it.
    const decided = item.pairs
      .filter(({ way }) => way === 'hand')
      .map(({ read: at, entryId: id }) => [at, id] as const)
    const free = decided.filter(([at, id]) => at !== index && (id === '' || id !== entryId))
    props.onDecide({ pairs: new Map([...free, [index, entryId]]) })
  }

  return (
    <Box component="details" open={!isClear} sx={{ '& summary': { cursor: 'pointer', fontWeight: 600 } }}>
      <summary>
        指标对应 {item.pairs.filter(({ entryId }) => entryId !== '').length} / {read.length}
      </summary>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, mt: 1 }}>
        {item.pairs.map(({ read: index, entryId, way }) => {
          const name = read[index] ?? ''
          return (
            <li key={index}>
              <Box sx={{ display: 'flex', gap: 2 }}>
                <Box sx={{ flex: 1, overflowWrap: 'anywhere' }}>{name}</Box>
                <Box
                  sx={{
                    color: way === 'alike' || way === '' ? colours.attention : colours.secondary,
                    whiteSpace: 'nowrap',
                  }}
                >
                  {pairWays[way]}
                </Box>
              </Box>
              <Box
                component="select"
                aria-label={`“${name}”对应的指标`}
                value={entryId}
                onChange={(event: { target: { value: string } }) => pair(index, event.target.value)}
                // What stands in <details> does not inherit the page's way of measuring.
                sx={{
                  ...controlStyle,
                  boxSizing: 'border-box',
                  height: 30,
                  minHeight: 30,
                  fontSize: 13,
                  p: '3px 4px',
                }}
              >
                <option value="">不写入</option>
                {form.entries.map((entry) => (
                  <option key={entry.id} value={entry.id}>
                    {entry.name}
                  </option>
                ))}
              </Box>
            </li>
          )
        })}
      </Box>
    </Box>
  )
}

function Changes({ item }: { item: FoundItem }) {
  if (item.content === null) return null
  if (item.changes.length === 0) return <Box sx={{ color: colours.secondary }}>与系统中相同，不用写入。</Box>
  return (
    <Box component="section" aria-label="改动">
      <Box sx={{ fontWeight: 600 }}>改动 {item.changes.length} 处</Box>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1 }}>
        {item.changes.map(({ field, label, from, to }) => (
          <Box key={field} sx={{ overflowWrap: 'anywhere' }}>
            <Box component="dt" sx={{ color: colours.secondary }}>
              {label}
            </Box>
            <Box component="dd" sx={{ m: 0 }}>
              {from === '' ? '（未填）' : from} → {to === '' ? '（未填）' : to}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
