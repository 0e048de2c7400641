import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { BoardFilter } from '#domain/dashboard/filter'
import { months } from '#domain/execution/execution'
import { budgetBooks, objectKinds } from '#domain/goals/goal'
import { monthsText } from '#domain/monitoring/round'
import type { Section, Unit } from '#domain/year-book'
import { optionsOf } from '#ui/FilterLine.tsx'
import { FilterFrame, FilterMenu } from '#ui/FilterMenu.tsx'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { boardKeys, isFiltered } from './board-address.ts'

/** What the board is narrowed to; the month stands first since everything depends on it. */
export function BoardFilters(props: {
  filter: BoardFilter
  units: readonly Unit[]
  sections: readonly Pick<Section, 'id' | 'name'>[]
  onChange: (changes: Record<string, string>) => void
}) {
  const { filter, onChange } = props
  return (
    <Box
      role="search"
      aria-label="筛选看板"
      sx={{
        flex: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 3,
        py: 1.5,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
        displayPrint: 'none',
      }}
    >
      <MonthChoice month={filter.month} onChange={(month) => onChange({ month: String(month) })} />
      <FilterFrame on={filter.unit !== ''} label="单位" onClear={() => onChange({ unit: '' })}>
        <UnitPicker
          plain
          units={props.units}
          value={filter.unit}
          allLabel="全部"
          onChange={(unit) => onChange({ unit })}
        />
      </FilterFrame>
      <FilterMenu
        label="股室"
        value={filter.section}
        options={props.sections.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(section) => onChange({ section })}
      />
      <FilterMenu
        label="预算类型"
        value={filter.book}
        options={optionsOf(budgetBooks)}
        onChange={(book) => onChange({ book })}
      />
      <FilterMenu
        label="对象"
        value={filter.kind}
        options={optionsOf(objectKinds)}
        onChange={(kind) => onChange({ kind })}
      />
      {isFiltered(filter) && (
        <Button size="small" onClick={() => onChange(Object.fromEntries(boardKeys.map((key) => [key, ''])))}>
          清除
        </Button>
      )}
    </Box>
  )
}

function MonthChoice({ month, onChange }: { month: number; onChange: (month: number) => void }) {
  return (
    <Box component="label" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, fontSize: 13, mr: 2 }}>
      截至
      <Box
        component="select"
        value={month}
        onChange={(event: { target: { value: string } }) => onChange(Number(event.target.value))}
        sx={{
          height: 28,
          fontSize: 13,
          font: 'inherit',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
        }}
      >
        {months.map((each) => (
          <option key={each} value={each}>
            {monthsText(each)}
          </option>
        ))}
      </Box>
    </Box>
  )
}
