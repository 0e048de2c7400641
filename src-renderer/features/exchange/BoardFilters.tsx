import Box from '@mui/material/Box'
import { useState } from 'react'
import { isDay, parseDay } from '#domain/dates'
import { boardStates, type Subject, subjects } from '#domain/exchange/board'
import { newestRound, type Round } from '#domain/monitoring/round'
import { optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'

/** What is collected, until when, and whom to show. */
export function BoardFilters(props: {
  subject: Subject
  rounds: readonly Round[]
  round: Round | null
  dueOn: string
  state: string
  search: string
  onChange: (changes: Record<string, string>) => void
}) {
  const { subject, onChange } = props
  // What is collected now is nearly always asked about.
  const newest = newestRound(props.rounds)?.id ?? ''
  return (
    <Box
      role="search"
      aria-label="筛选上报情况"
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 3,
        py: 1.5,
        bgcolor: 'background.paper',
      }}
    >
      <FilterMenu
        label="上报内容"
        value={subject === 'all' ? '' : subject}
        options={optionsOf(subjects).filter(({ value }) => value !== 'all')}
        onChange={(value) =>
          onChange({ subject: value, round: value === 'monitorings' ? newest : '', due: '' })
        }
      />
      {subject === 'monitorings' && (
        <FilterMenu
          label="轮次"
          value={props.round?.id ?? ''}
          options={props.rounds.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(round) => onChange({ round, due: '' })}
        />
      )}
      <FilterMenu
        label="状态"
        value={props.state}
        options={optionsOf(boardStates)}
        onChange={(state) => onChange({ state })}
      />
      <DueField value={props.dueOn} onChange={(due) => onChange({ due })} />
      <Box sx={{ flex: 1 }} />
      <SearchField
        label="查找单位"
        placeholder="单位、代码"
        value={props.search}
        onChange={(search) => onChange({ search })}
      />
    </Box>
  )
}

/** 截止日期: a day however it is written; what is none stays in sight and changes nothing. */
function DueField({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  function commit(text: string) {
    const day = parseDay(text)
    const isFit = text.trim() === '' || isDay(day)
    setTyped(isFit ? null : text)
    if (isFit) onChange(text.trim() === '' ? '' : day)
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, fontSize: 13, ml: 2 }}>
      <span aria-hidden="true">截止日期</span>
      <Box sx={{ width: 128 }}>
        <TextField
          label="截止日期"
          hideLabel
          placeholder="如 2026-07-20"
          value={typed ?? value}
          onCommit={commit}
        />
      </Box>
      {typed !== null && (
        <Box role="status" sx={{ color: colours.attention }}>
          <span aria-hidden="true">▲</span> 请写成 2026-07-20
        </Box>
      )}
    </Box>
  )
}
