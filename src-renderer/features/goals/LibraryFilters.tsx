import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { sectors } from '#domain/library/library'
import { indicatorFlow, waitsFor } from '#domain/library/own-flow'
import { type OwnIndicator, type OwnState, ownStates } from '#domain/library/own-indicator'
import { origins } from '#domain/library/search'
import { useSession } from '#session'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { SearchField } from '#ui/SearchField.tsx'

export const filterKeys = ['sector', 'level', 'origin', 'state', 'search'] as const
export type LibraryFilter = Readonly<Record<(typeof filterKeys)[number], string>>

const options = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }))

/** The filter line of the library, with what waits for the duty as one click. */
export function LibraryFilters(props: {
  filter: LibraryFilter
  own: readonly OwnIndicator[]
  onChange: (changes: Record<string, string>) => void
  onClear: () => void
  onLeaveSearch: () => void
}) {
  const { filter, onChange } = props
  const { rules } = useSession()
  return (
    <Box
      role="search"
      aria-label="筛选指标库"
      sx={{
        flex: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 3,
        py: 1.5,
        bgcolor: 'background.paper',
      }}
    >
      <FilterMenu
        label="行业"
        value={filter.sector}
        options={sectors.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(sector) => onChange({ sector })}
      />
      <FilterMenu
        label="级次"
        value={filter.level}
        options={rules.frame.map(({ name }) => ({ value: name, label: name }))}
        onChange={(level) => onChange({ level })}
      />
      <FilterMenu
        label="来源"
        value={filter.origin}
        options={options(origins)}
        onChange={(origin) => onChange({ origin })}
      />
      <FilterMenu
        label="状态"
        value={filter.state}
        options={options(ownStates)}
        onChange={(state) => onChange({ state })}
      />
      {filterKeys.some((key) => filter[key] !== '') && (
        <Button size="small" onClick={props.onClear}>
          清除
        </Button>
      )}
      <Waiting own={props.own} state={filter.state} onChange={(state) => onChange({ state })} />
      <Box sx={{ flex: 1 }} />
      <SearchField
        label="查找指标"
        placeholder="名称、行业、拼音首字母"
        value={filter.search}
        onChange={(search) => onChange({ search })}
        onLeave={props.onLeaveSearch}
      />
    </Box>
  )
}

/** 待确认 n for the one who confirms, 已退回 n for those it went back to. */
function Waiting(props: { own: readonly OwnIndicator[]; state: string; onChange: (state: string) => void }) {
  const { by } = useSession()
  const states = Object.keys(indicatorFlow.states) as OwnState[] // the keys of the table
  return states.map((state) => {
    const count = props.own.filter((each) => each.state === state && waitsFor(by, each)).length
    if (count === 0) return null
    const on = props.state === state
    return (
      <Button
        key={state}
        size="small"
        variant={on ? 'contained' : 'outlined'}
        aria-pressed={on}
        onClick={() => props.onChange(on ? '' : state)}
      >
        {ownStates[state]} {count}
      </Button>
    )
  })
}
