import { riskLevels, screeningNames } from '#domain/screening/rules'
import type { Section, Unit } from '#domain/year-book'
import { FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { FilterMenu } from '#ui/FilterMenu.tsx'
import { checkedChoices, type ScreeningFilter } from './screening-rows.ts'

const ruleOptions = [{ value: 'any', label: '有任一问题' }, ...optionsOf(screeningNames)]

export function ScreeningFilterLine(props: {
  filter: ScreeningFilter
  units: readonly Unit[]
  sections: readonly Section[]
  filtered: boolean
  onChange: (changes: Record<string, string>) => void
  onClear: () => void
}) {
  const { filter, onChange } = props
  return (
    <FilterLine
      what="监控表"
      filter={filter}
      units={props.units}
      sections={props.sections}
      filtered={props.filtered}
      placeholder="名称、代码、单位"
      onChange={onChange}
      onClear={props.onClear}
    >
      <FilterMenu
        label="问题"
        value={filter.rule}
        options={ruleOptions}
        onChange={(rule) => onChange({ rule })}
      />
      <FilterMenu
        label="风险"
        value={filter.risk}
        options={optionsOf(riskLevels)}
        onChange={(risk) => onChange({ risk })}
      />
      <FilterMenu
        label="核查"
        value={filter.checked}
        options={optionsOf(checkedChoices)}
        onChange={(checked) => onChange({ checked })}
      />
    </FilterLine>
  )
}
