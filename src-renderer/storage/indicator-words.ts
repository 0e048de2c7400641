import { objectKinds } from '#domain/goals/goal'
import { sectorName } from '#domain/library/library'
import { type OwnIndicator, ownStates } from '#domain/library/own-indicator'
import type { FieldChange } from './records.ts'

const fields: readonly [field: keyof OwnIndicator, label: string, word: (own: OwnIndicator) => string][] = [
  ['state', '状态', (own) => ownStates[own.state]],
  ['opinion', '退回意见', (own) => own.opinion],
  ['name', '指标名称', (own) => own.name],
  ['sector', '行业', (own) => sectorName(own.sector)],
  ['level1', '一级指标', (own) => own.level1],
  ['level2', '二级指标', (own) => own.level2],
  ['operator', '性质', (own) => own.operator],
  ['value', '常用值', (own) => own.value],
  ['unit', '计量单位', (own) => own.unit],
  ['explanation', '指标解释', (own) => own.explanation],
  ['standard', '设定依据', (own) => own.standard],
  ['references', '参考值', referencesText],
  ['source', '数据来源', (own) => own.source],
  ['method', '取值方式', (own) => own.method],
  ['evidence', '佐证资料', (own) => own.evidence],
  ['scoring', '评分规则', (own) => own.scoring],
  ['kinds', '适用对象', (own) => own.kinds.map((kind) => objectKinds[kind]).join('、')],
]

/** What changed of 个性指标, in words. */
export function indicatorFields(before: OwnIndicator, after: OwnIndicator): FieldChange[] {
  return fields.flatMap(([field, label, word]) => {
    const [from, to] = [word(before), word(after)]
    return from === to ? [] : [{ field, label, from, to }]
  })
}

function referencesText({ references }: OwnIndicator): string {
  return references
    .map(({ standard, value, year, note }) => [standard, year, value, note].filter(Boolean).join(' '))
    .join('；')
}
