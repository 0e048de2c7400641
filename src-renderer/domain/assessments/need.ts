import type { GoalContent } from '../goals/goal.ts'
import { type Fen, formatWanExact, growthInTenths, tenthsText } from '../money.ts'
import type { Sourced, YearRules } from '../year-rules.ts'

/** What decides whether an item needs a 事前评估. `previous` is last year's amount; null where there is none. */
export type NeedFacts = Pick<GoalContent, 'kind' | 'attribute' | 'category' | 'total'> & {
  previous: Fen | null
}

export const needRules = {
  'new-policy': '新出台政策',
  'new-department': '新出台部门发展类项目',
  'new-social': '新出台社会发展类项目',
  growth: '延续政策、项目增幅',
} as const
export type NeedRule = keyof typeof needRules

/** Why an item needs one: the rule, what was found and the line it exceeds as text, and the clause. */
export type AssessmentNeed = { rule: NeedRule; what: string; line: string; clause: string }

/** The lines: amounts in 分, growth in percent; an item needs an assessment above them, not at them. */
export type NeedParams = Pick<Sourced, 'clause'> & { params: Readonly<Record<string, number>> }

/**
 * Whether a new policy or project, or a continuing one that grows, needs a 事前评估, and why; null where none is needed
 * or the form does not say enough (巴财〔2020〕38号 三（二）1; what is added during the year follows the same lines).
 */
export function assessmentNeed(facts: NeedFacts, rule: NeedParams): AssessmentNeed | null {
  const { kind, attribute, total } = facts
  if (total === null || (kind !== 'project' && kind !== 'policy')) return null
  if (attribute === 'new') return needOfNew(facts, total, rule)
  return attribute === 'continuing' ? needOfGrowth(facts.previous, total, rule) : null
}

/** The reason in a few words, for a column: 新出台部门发展类项目超 100 万元. */
export function shortNeed({ rule, line }: AssessmentNeed): string {
  return rule === 'growth' ? `较上年增幅超 ${line}` : `${needRules[rule]}超 ${line}`
}

/** The need under a year's rules. */
export function needUnder(facts: NeedFacts, rules: Pick<YearRules, 'checks'>): AssessmentNeed | null {
  const rule = rules.checks.find((check) => check.code === 'pre-assessment-missing')
  return rule ? assessmentNeed(facts, rule) : null
}

/** The lines of a year's rules as rows: what, above which amount or rate, on which clause. */
export function needLines({
  checks,
}: Pick<YearRules, 'checks'>): (Sourced & { name: string; line: string })[] {
  const rule = checks.find((check) => check.code === 'pre-assessment-missing')
  if (!rule) return []
  const { clause, mark, params } = rule
  return (Object.keys(needRules) as NeedRule[]) // the keys of the table
    .flatMap((key) => {
      const line = params[paramOf[key]]
      return line === undefined ? [] : [{ name: needRules[key], line: lineText(key, line), clause, mark }]
    })
}

/** Where a rule's line stands in the pack. */
const paramOf = {
  'new-policy': 'newPolicy',
  'new-department': 'newDepartment',
  'new-social': 'newSocial',
  growth: 'growth',
} as const satisfies Record<NeedRule, string>

function lineText(rule: NeedRule, line: number): string {
  return rule === 'growth' ? `${line}%` : `${formatWanExact(line).replace(/\.00$/, '')} 万元`
}

function newRuleOf({ kind, category }: NeedFacts): NeedRule | undefined {
  if (kind === 'policy') return 'new-policy'
  if (category === 'department') return 'new-department'
  return category === 'social' ? 'new-social' : undefined
}

function needOfNew(facts: NeedFacts, total: Fen, { params, clause }: NeedParams): AssessmentNeed | null {
  const rule = newRuleOf(facts)
  const line = rule && params[paramOf[rule]]
  if (!rule || line === undefined || total <= line) return null
  const what = `${needRules[rule]}资金 ${formatWanExact(total)} 万元`
  return { rule, what, line: lineText(rule, line), clause }
}

function needOfGrowth(before: Fen | null, total: Fen, { params, clause }: NeedParams): AssessmentNeed | null {
  const { growth } = params
  if (growth === undefined || before === null || before <= 0) return null
  if (BigInt(total) * 100n <= BigInt(before) * BigInt(100 + growth)) return null
  const rate = tenthsText(growthInTenths(total, before))
  const what = `资金由上年 ${formatWanExact(before)} 万元增至 ${formatWanExact(total)} 万元，增幅 ${rate}`
  return { rule: 'growth', what, line: lineText('growth', growth), clause }
}
