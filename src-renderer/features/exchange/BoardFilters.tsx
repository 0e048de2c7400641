import Box from '@mui/material/Box'
import { isDay } from '#domain/dates'
import { boardStates, type Subject, subjects } from '#domain/exchange/board'
import type { Round } from '#domain/monitoring/round'
import { optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { SearchField } from '#ui/SearchField.tsx'
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
  return (
    <Box
      role="search"
      aria-label="筛选报送情况"
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
        label="报送内容"
        value={subject === 'all' ? '' : subject}
        options={optionsOf(subjects).filter(({ value }) => value !== 'all')}
        onChange={(value) => onChange({ subject: value, round: '' })}
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
      <Box component="label" sx={{ display: 'flex', alignItems: 'center', gap: 2, fontSize: 13, ml: 2 }}>
        截止日期
        <Box
          component="input"
          type="date"
          value={props.dueOn}
          onChange={(event: { target: { value: string } }) => {
            const day = event.target.value
            if (day === '' || isDay(day)) onChange({ due: day })
          }}
          sx={{ font: 'inherit', height: 28, border: `1px solid ${colours.control}`, borderRadius: 1, px: 1 }}
        />
      </Box>
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
