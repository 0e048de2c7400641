import { type IndicatorSystem, indicatorsOf, type SystemIndicator } from '#domain/evaluation/indicator-system'
import { type KnownFacts, knownAnswer } from '#domain/evaluation/known-answers'
import { type Answer, type Mark, markPoints } from '#domain/evaluation/mark'
import type { EvaluationRules } from '#domain/evaluation/rules'
import type { Material } from '#domain/evaluation/task'

/** What a demo expert thinks: of each indicator how good it is in percent, by its place in the table. */
export type View = {
  rateOf: (order: number) => number
  /** Places where papers are missing. */
  unproven: readonly number[]
}

const lostReasons = [
  '抽查资料与填报数不一致，部分工作没有按计划完成。',
  '现场核查发现个别点位质量不达标，已要求返工。',
  '相关资料不完整，过程记录缺失。',
  '完成时间晚于计划，影响当年发挥效益。',
] as const
const unprovenReason = '没有提供问卷原件和统计过程，无法核实。'

/** The whole marks of a demo sheet: answers that fit their methods, with reason and evidence for what is taken off. */
export function demoMarks(
  system: IndicatorSystem,
  materials: readonly Material[],
  view: View,
  known: { facts: KnownFacts; rules: EvaluationRules; count?: number },
): Record<string, Mark> {
  const marks = indicatorsOf(system)
    .slice(0, known.count ?? Number.POSITIVE_INFINITY)
    .map((indicator, order) => [indicator.id, demoMark(indicator, order, materials, view, known)] as const)
  return Object.fromEntries(marks)
}

function demoMark(
  indicator: SystemIndicator,
  order: number,
  materials: readonly Material[],
  view: View,
  { facts, rules }: { facts: KnownFacts; rules: EvaluationRules },
): Mark {
  if (view.unproven.includes(order))
    return { answer: { kind: 'unproven' }, reason: unprovenReason, evidence: [] }
  const book = knownAnswer(indicator, facts)
  const answer: Answer =
    book?.from === 'treasury' ? { kind: 'value', value: book.value } : answerAt(indicator, view.rateOf(order))
  const result = markPoints(indicator, { answer }, rules)
  if (result.points !== null && result.lost === 0) return { answer, reason: '', evidence: [] }
  const material =
    materials.find(({ indicatorIds }) => indicatorIds.includes(indicator.id)) ??
    materials[order % materials.length]
  return {
    answer,
    reason: book ? `执行未达到目标：${book.formula}。` : (lostReasons[order % lostReasons.length] ?? ''),
    evidence: material ? [{ attachmentId: material.id, page: 1 + (order % 3), region: null }] : [],
  }
}

/** An answer that earns about so many percent. */
function answerAt({ method, points }: SystemIndicator, rate: number): Answer {
  switch (method.kind) {
    case 'aspects': {
      const met = Math.floor((method.aspects.length * rate) / 100)
      const findings = method.aspects.map(({ id }, index) => [id, index < met ? 'met' : 'unmet'] as const)
      return { kind: 'aspects', findings: Object.fromEntries(findings) }
    }
    case 'yes-no':
      return { kind: 'yes-no', yes: rate >= 60 }
    case 'deduction': {
      const [item] = method.items
      return { kind: 'deduction', counts: rate >= 100 || !item ? {} : { [item.id]: 100 } }
    }
    case 'graded':
      // In half points, as people score.
      return { kind: 'points', points: Math.floor((points * rate) / 5000) * 50 }
    case 'satisfaction':
      return {
        kind: 'value',
        value: String(
          Math.min(method.full, method.zero + Math.round(((method.full - method.zero) * rate) / 100)),
        ),
      }
    case 'bands':
      return { kind: 'value', value: method.bands[rate >= 100 ? 0 : 1]?.from ?? '0' }
    case 'ratio':
      return { kind: 'value', value: valueAt(method.operator, Number(method.target), rate) }
  }
}

function valueAt(operator: '≥' | '≤' | '=', target: number, rate: number): string {
  const value = operator === '≤' ? (target * (200 - rate)) / 100 : (target * rate) / 100
  return String(Math.round(value * 100) / 100)
}
