import { budgetBooks, goalStatuses, objectKinds } from '#domain/goals/goal'
import type { Section, Unit } from '#domain/year-book'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { findingFilters, type LedgerFilter } from './ledger-filter.ts'

/** The filter line: each filter shows what it is set to; one click takes it away. */
export function LedgerFilters(props: {
  filter: LedgerFilter
  units: readonly Unit[]
  sections: readonly Section[]
  filtered: boolean
  onChange: (changes: Record<string, string>) => void
  onClear: () => void
  onLeaveSearch: () => void
}) {
  const { filter, onChange } = props
  return (
    <FilterLine
      what="目标"
      filter={filter}
      units={props.units}
      sections={props.sections}
      filtered={props.filtered}
      placeholder="名称、代码、拼音首字母"
      onChange={onChange}
      onClear={props.onClear}
      onLeaveSearch={props.onLeaveSearch}
    >
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
      <FilterMenu
        label="状态"
        value={filter.status}
        options={optionsOf(goalStatuses)}
        onChange={(status) => onChange({ status })}
      />
      <FilterMenu
        label="问题"
        value={filter.finding}
        options={optionsOf(findingFilters)}
        onChange={(finding) => onChange({ finding })}
      />
    </FilterLine>
  )
}
