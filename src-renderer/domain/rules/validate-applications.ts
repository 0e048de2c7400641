import { type ApplicationRules, measureList, measures } from '../applications/rules.ts'
import type { Problem } from '../problem.ts'
import type { Sourced } from '../year-rules.ts'
import { duplicates, fault } from './fault.ts'

/** Every entry of the rules of 结果应用 that must say on what it rests. */
export function applicationSources(rules: ApplicationRules): [string, Sourced][] {
  return [
    ['结果应用期限', rules],
    ['结果应用整改期限', rules.rectification],
    ...rules.measures.map((measure): [string, Sourced] => [measures[measure.id], measure]),
    ...rules.proposals.map((proposal): [string, Sourced] => [proposal.id, proposal]),
  ]
}

/** Whether every measure is described once, no result has two rows, the shares are in order, and measures fit their objects. */
export function checkApplicationRules(rules: ApplicationRules): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, at: string, message: string) =>
    problems.push(fault(code, `applications.${at}`, message))
  for (const measure of measureList)
    if (rules.measures.filter(({ id }) => id === measure).length !== 1)
      add('measure-hole', 'measures', `应用措施“${measures[measure]}”应有且只有一行。`)
  const keys = rules.proposals.flatMap(({ on, kinds, result }) =>
    kinds.map((kind) => `${on} ${kind} ${result}`),
  )
  for (const key of duplicates(keys))
    add('proposal-duplicate', 'proposals', `应用规则“${key}”重复，无法判断用哪一行。`)
  for (const { id, kinds, measures: named, cut } of rules.proposals) {
    const isFit = named.every((measure) => {
      const row = rules.measures.find((each) => each.id === measure)
      return kinds.some((kind) => row?.kinds.includes(kind))
    })
    if (named.length === 0 || !isFit) add('proposal-invalid', 'proposals', `应用规则“${id}”的措施有误。`)
    if (cut && !(cut.least > 0 && cut.least <= cut.usual && cut.usual <= cut.most && cut.most <= 100))
      add('cut-invalid', 'proposals', `应用规则“${id}”的压减比例有误。`)
  }
  const days = [rules.workingDays, rules.rectification.workingDays]
  if (!days.every((count) => Number.isSafeInteger(count) && count > 0))
    add('days-invalid', 'workingDays', '结果应用期限应为大于 0 的整数。')
  return problems
}
