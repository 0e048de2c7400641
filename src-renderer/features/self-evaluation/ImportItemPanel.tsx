import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { SelfEvaluationChoice, SelfEvaluationItem } from '#domain/evaluation/import-plan'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { matchWays } from '#domain/execution/execution'
import { pairWays } from '#domain/monitoring/import-pairs'
import { GroupMark } from '#ui/ImportList.tsx'
import { SeverityMark } from '#ui/SeverityMark.tsx'
import { ChoiceField, controlStyle, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'

import { type ImportRow, listedGroups } from './import-rows.ts'

/** Everything about one found form: its project, its indicators, what would change, what is doubtful. */
export function ImportItemPanel(props: {
  row: ImportRow | undefined
  forms: readonly SelfEvaluation[]
  unitName: (id: string) => string
  isChosen: boolean
  onDecide: (choice: SelfEvaluationChoice) => void
  onAccept: () => void
}) {
  const { row } = props
  return (
    <Box component="aside" aria-label="所选自评表的详情" tabIndex={0} sx={panelStyle}>
      {!row && <Box sx={{ color: colours.secondary }}>选中一行，这里显示它对应的自评表、指标和改动。</Box>}
      {row && (
        <Box>
          <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
            {row.name}
          </Typography>
          <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            <GroupMark group={listedGroups.find(({ id }) => id === row.group)} /> · {row.file}
            {row.item && ` · ${row.item.found.form.sheet}`}
          </Box>
        </Box>
      )}
      {row && row.item === null && <Box sx={{ color: 'error.main' }}>{row.reason}</Box>}
      {row?.item && (
        <>
          {row.item.problems.map((problem) => (
            <Box key={`${problem.code} ${problem.message}`}>
              <SeverityMark severity={problem.severity} /> {problem.message}
            </Box>
          ))}
          {row.group === 'doubtful' && row.isSelectable && !props.isChosen && (
            <Button variant="outlined" onClick={props.onAccept}>
              已核对，写入这一份
            </Button>
          )}
          {row.item.found.form.selfEvaluation && <ProjectChoice key={row.key} {...props} item={row.item} />}
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
  item: SelfEvaluationItem
  forms: readonly SelfEvaluation[]
  unitName: (id: string) => string
  onDecide: (choice: SelfEvaluationChoice) => void
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
        label="对应的自评表"
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

function Pairs(props: {
  item: SelfEvaluationItem
  form: SelfEvaluation
  onDecide: (choice: SelfEvaluationChoice) => void
}) {
  const { item, form } = props
  const read = item.found.form.selfEvaluation?.entries ?? []
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
          const name = read[index]?.name ?? ''
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

function Changes({ item }: { item: SelfEvaluationItem }) {
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
