import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { DisclosureCoverage } from '#domain/disclosures/coverage'
import { disclosureItems, disclosurePlaces } from '#domain/disclosures/rules'
import { type DisclosureRow, standingList, standings } from '#domain/disclosures/standing'
import { formatRate, rateOf } from '#domain/execution/rate'
import type { Section, Unit } from '#domain/year-book'
import { FigureLine } from '#ui/FigureLine.tsx'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import type { DisclosureFilter } from './disclosure-rows.ts'

const onlyWords = { late: '逾期公开、逾期未公开', differs: '与批复不一致' } as const

/** Where things stand, each with its count, and the coverage beside them. */
export function DisclosureTabs(props: {
  rows: readonly DisclosureRow[]
  tab: string
  onChange: (tab: string) => void
}) {
  return (
    <Tabs
      value={props.tab}
      aria-label="分组"
      onChange={(_event, tab: string) => props.onChange(tab)}
      sx={{ flex: 'none', px: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
    >
      <Tab value="" label={`全部 ${props.rows.length}`} />
      {standingList.map((standing) => (
        <Tab
          key={standing}
          value={standing}
          label={`${standings[standing]} ${props.rows.filter((row) => row.standing === standing).length}`}
        />
      ))}
      <Tab value="coverage" label="公开覆盖" />
    </Tabs>
  )
}

export function DisclosureFilterLine(props: {
  filter: DisclosureFilter
  units: readonly Unit[]
  sections: readonly Section[]
  filtered: boolean
  onChange: (changes: Record<string, string>) => void
  onClear: () => void
}) {
  const { filter, onChange } = props
  return (
    <FilterLine
      what="公开信息"
      filter={filter}
      units={props.units}
      sections={props.sections}
      filtered={props.filtered}
      placeholder="名称、单位、网址"
      searchWidth={200}
      onChange={onChange}
      onClear={props.onClear}
    >
      <FilterMenu
        label="信息"
        value={filter.item}
        options={optionsOf(disclosureItems)}
        onChange={(item) => onChange({ item })}
      />
      <FilterMenu
        label="位置"
        value={filter.place}
        options={optionsOf(disclosurePlaces)}
        onChange={(place) => onChange({ place })}
      />
      <FilterMenu
        label="问题"
        value={filter.only}
        options={optionsOf(onlyWords)}
        onChange={(only) => onChange({ only })}
      />
    </FilterLine>
  )
}

export function DisclosureFigures(props: { coverage: DisclosureCoverage; count: number; selected: number }) {
  const { due, done, dueMoney, doneMoney, exempt, late } = props.coverage
  const shown = [
    { name: '已公开', value: `${done}/${due}`, unit: '项' },
    { name: '公开率', value: formatRate(rateOf(done, due)), unit: '' },
    { name: '按资金', value: formatRate(rateOf(doneMoney, dueMoney)), unit: '' },
    { name: '逾期', value: `${late}`, unit: '项' },
    { name: '免予公开', value: `${exempt}`, unit: '项' },
  ]
  return <FigureLine figures={shown} count={props.count} selected={props.selected} />
}
