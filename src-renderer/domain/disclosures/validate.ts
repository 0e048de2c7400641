import { isDay } from '../dates.ts'
import type { Problem } from '../problem.ts'
import { duplicates, fault } from '../rules/fault.ts'
import type { DisclosureRule } from './rules.ts'

/** Longer than a year after the approval nobody waits for a publication. */
const mostDays = 366

/** Whether the rules of 信息公开 can be used: each once, days in range, and a day of the year that there is every year. */
export function checkDisclosureRules(rules: readonly DisclosureRule[]): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, message: string) => problems.push(fault(code, 'disclosure', message))
  for (const id of duplicates(rules.map((rule) => rule.id)))
    add('disclosure-duplicate', `公开规则“${id}”重复。`)
  for (const { name, kinds, deadline } of rules) {
    const { days, until } = deadline
    if (!(Number.isSafeInteger(days) && days >= 0 && days <= mostDays))
      add('disclosure-days', `“${name}”的公开期限应为 0 到 ${mostDays} 天的整数。`)
    // 2025 has no 29 February: what is a day there is one in every year.
    if (!isDay(`2025-${until}`)) add('disclosure-until', `“${name}”的公开日期应写成月-日，如 03-31。`)
    if (kinds.length === 0) add('disclosure-kinds', `“${name}”没有写明对象。`)
  }
  return problems
}
