import type { DisclosureCoverage } from '#domain/disclosures/coverage'
import { disclosureItems, disclosurePlaces } from '#domain/disclosures/rules'
import { type DisclosureRow, standings } from '#domain/disclosures/standing'
import { formatRate, rateOf } from '#domain/execution/rate'
import { FigureLine } from '#ui/FigureLine.tsx'
import { type Filtered, FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { GroupTabs, groupsOf } from '#ui/GroupTabs.tsx'
import type { DisclosureFilter } from './disclosure-rows.ts'

const onlyWords = { late: '逾期公开、逾期未公开', differs: '与批复不一致' } as const

/** Where things stand, each with its count, and the coverage beside them. */
export function DisclosureTabs(props: {
  rows: readonly DisclosureRow[]
  tab: string
  onChange: (tab: string) => void
}) {
  return (
    <GroupTabs<string>
      total={props.rows.length}
      groups={groupsOf(
        standings,
        props.rows.map(({ standing }) => standing),
      )}
      others={[{ id: 'coverage', name: '公开覆盖' }]}
      chosen={props.tab}
      onChoose={props.onChange}
    />
  )
}

export function DisclosureFilterLine(props: Filtered<DisclosureFilter>) {
  return (
    <FilterLine
      what="公开信息"
      {...props}
      placeholder="名称、单位、网址"
      searchWidth={200}
      menus={[
        { key: 'item', label: '信息', options: optionsOf(disclosureItems) },
        { key: 'place', label: '位置', options: optionsOf(disclosurePlaces) },
        { key: 'only', label: '问题', options: optionsOf(onlyWords) },
      ]}
    />
  )
}

export function DisclosureFigures(props: { coverage: DisclosureCoverage; count: number; selected: number }) {
  const { due, done, dueMoney, doneMoney, exempt, late } = props.coverage
  const shown = [
    { name: '已公开', value: `${done}/${due}`, unit: '项' },
    { name: '公开率', value: formatRate(rateOf(done, due)), unit: '' },
    { name: '按资金', value: formatRate(rateOf(doneMoney, dueMoney)), unit: '' },
    { name: '逾期公开、未公开', value: `${late}`, unit: '项' },
    { name: '免予公开', value: `${exempt}`, unit: '项' },
  ]
  return <FigureLine figures={shown} count={props.count} selected={props.selected} />
}
