import { budgetBooks, goalStatuses, objectKinds } from '#domain/goals/goal'
import { type Filtered, FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { findingFilters, type LedgerFilter } from './ledger-filter.ts'

/** The filter line: each filter shows what it is set to; one click takes it away. */
export function LedgerFilters(props: Filtered<LedgerFilter> & { onLeaveSearch: () => void }) {
  return (
    <FilterLine
      what="目标"
      {...props}
      placeholder="名称、代码、拼音首字母"
      menus={[
        { key: 'book', label: '预算类型', options: optionsOf(budgetBooks) },
        { key: 'kind', label: '对象', options: optionsOf(objectKinds) },
        { key: 'status', label: '状态', options: optionsOf(goalStatuses) },
        { key: 'finding', label: '问题', options: optionsOf(findingFilters) },
      ]}
    />
  )
}
