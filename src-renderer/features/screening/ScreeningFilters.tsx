import { riskLevels, screeningNames } from '#domain/screening/rules'
import { type Filtered, FilterLine, optionsOf } from '#ui/FilterLine.tsx'
import { checkedChoices, type ScreeningFilter } from './screening-rows.ts'

const ruleOptions = [{ value: 'any', label: '有任一问题' }, ...optionsOf(screeningNames)]

export function ScreeningFilterLine(props: Filtered<ScreeningFilter>) {
  return (
    <FilterLine
      what="监控表"
      {...props}
      placeholder="名称、代码、单位"
      menus={[
        { key: 'rule', label: '问题', options: ruleOptions },
        { key: 'risk', label: '风险', options: optionsOf(riskLevels) },
        { key: 'checked', label: '核查', options: optionsOf(checkedChoices) },
      ]}
    />
  )
}
