import type { Problem, Severity } from '../problem.ts'
import type { YearRules } from '../year-rules.ts'
import type { Sector } from './indicator.ts'
import { entryKey, type OwnContent, ownLevels } from './own-indicator.ts'

const clause = '巴财〔2020〕38号 三（四）2'

/** What the content is checked against: the frame of the year, the sectors, and every other entry of the library. */
export type OwnContext = {
  rules: YearRules
  sectors: readonly Pick<Sector, 'id'>[]
  others: readonly { name: string; level1: string; level2: string }[]
}

/**
 * What is wrong with 个性指标: 指向明确、量化可比 asks for a name, a place in the frame, a sign, a unit, and something to
 * measure by (a 参考值 or an explanation). The name of another entry at the same second level is a warning: the county's
 * own takes its place.
 */
export function checkOwn(content: OwnContent, { rules, sectors, others }: OwnContext): Problem[] {
  const { name, operator, unit, sector, kinds, references, explanation } = content
  const qualitative = operator === '定性'
  const measured = references.length > 0 || explanation.trim() !== ''
  const twin = name.trim() === '' ? undefined : others.find((other) => isSame(other, content, rules))
  return [
    ...(name.trim() === '' ? [fault('name', '请填写指标名称。')] : []),
    ...levelFaults(content, rules),
    ...(operator === '' ? [fault('operator', '请选择指标性质。')] : []),
    ...(unit.trim() === '' && !qualitative ? [fault('unit', '请填写计量单位。')] : []),
    ...(sectors.some(({ id }) => id === sector) ? [] : [fault('sector', '请选择行业。')]),
    ...(kinds.length === 0 ? [fault('kinds', '请至少选择一类适用对象。')] : []),
    ...(measured ? [] : [fault('explanation', '请填写指标解释，或至少一个参考值。')]),
    ...referenceFaults(content),
    ...(twin ? [fault('name', '指标库里已有同名指标，确认后以本县的为准。', 'warning')] : []),
  ]
}

/** Whether the content may be kept: warnings do not stand in the way. */
export function firstFault(problems: readonly Problem[]): Problem | null {
  return problems.find(({ severity }) => severity === 'error') ?? null
}

function isSame(other: OwnContext['others'][number], content: OwnContent, rules: YearRules): boolean {
  const level2 = ownLevels(content, rules).level2
  return entryKey({ ...other, ...ownLevels(other, rules) }) === entryKey({ name: content.name, level2 })
}

function levelFaults(content: OwnContent, rules: YearRules): Problem[] {
  const { level1, level2 } = ownLevels(content, rules)
  const upper = rules.frame.find((level) => level.name === level1)
  if (!upper) return [fault('level1', '请选择本年度体例中的一级指标。')]
  const known = upper.level2.some((second) => second.name === level2)
  return known ? [] : [fault('level2', `请选择“${upper.name}”下的二级指标。`)]
}

function referenceFaults({ references }: OwnContent): Problem[] {
  return references.flatMap(({ id, value, year }) => [
    ...(value.trim() === '' ? [fault(`references.${id}.value`, '请填写参考值，或删除这一行。')] : []),
    ...(/^(\d{4})?$/.test(year) ? [] : [fault(`references.${id}.year`, '年度请填四位数字，如 2025。')]),
  ])
}

function fault(at: string, message: string, severity: Severity = 'error'): Problem {
  const [field] = at.split('.')
  return { code: `indicator-${field}`, severity, at, message, clause, suggestion: '' }
}
