import type { Health, Problem } from '../problem.ts'
import type { CheckCode } from '../rules/check-codes.ts'
import type { CheckRule, YearRules } from '../year-rules.ts'
import { historyChecks } from './checks-history.ts'
import { indicatorChecks } from './checks-indicators.ts'
import { moneyChecks } from './checks-money.ts'
import { partChecks } from './checks-parts.ts'
import { valueChecks } from './checks-values.ts'
import { wordingChecks } from './checks-wording.ts'
import { type Check, type Finding, lookAt } from './finding.ts'
import type { Goal, GoalContent } from './goal.ts'

/** What the check needs beside the form: the pack, the year, and the same and other projects. */
export type CheckContext = {
  rules: YearRules
  year: number
  unitName: string
  /** The same project last year and the year before. */
  previous: Goal | null
  earlier: Goal | null
  /** Other projects that share sentences with this one. */
  similar: { name: string; unitName: string; sentence: string }[]
  /** Its 事前评估 is concluded or exempt; absent where that was not looked up. */
  assessed?: boolean
}

const checks: Readonly<Record<CheckCode, Check>> = {
  ...partChecks,
  ...wordingChecks,
  ...valueChecks,
  ...indicatorChecks,
  ...moneyChecks,
  ...historyChecks,
}

const ranks = { error: 0, warning: 1, hint: 2 } as const

function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function problemOf(rule: CheckRule, finding: Finding): Problem {
  const values = finding.values ?? {}
  return {
    code: rule.code,
    severity: finding.severity ?? rule.severity,
    at: finding.at,
    message: filledIn(rule.message, values),
    clause: finding.clause ?? rule.clause,
    suggestion: filledIn(rule.suggestion, values),
  }
}

/**
 * 目标体检: every finding on a goal under the year's rules, errors first. The pack decides what is looked for, how grave
 * it is and what is said; the checks only give place and figures.
 */
export function checkGoal(content: GoalContent, context: CheckContext): Problem[] {
  const subject = lookAt(content, context)
  const problems = context.rules.checks.flatMap((rule) =>
    checks[rule.code](subject, rule.params).map((finding) => problemOf(rule, finding)),
  )
  return problems.sort((left, right) => ranks[left.severity] - ranks[right.severity])
}

/** Whether a finding only says that a part of the form was not filled in yet. */
export function isUnfilled({ code }: Pick<Problem, 'code'>): boolean {
  return code === 'part-missing'
}

/** Counts of findings by severity. */
export function healthOf(problems: readonly Problem[]): Health {
  const health: Health = { errors: 0, warnings: 0, hints: 0 }
  for (const problem of problems) {
    if (problem.severity === 'error') health.errors++
    else if (problem.severity === 'warning') health.warnings++
    else health.hints++
  }
  return health
}

/** Whether a goal may be sent for review (送审): no error is left (巴财〔2020〕38号 三（二）4). */
export function mayBeSubmitted(problems: readonly Problem[]): boolean {
  return !problems.some((problem) => problem.severity === 'error')
}
