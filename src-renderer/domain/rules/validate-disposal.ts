import { type DisposalRules, measureList, measures } from '../disposals/rules.ts'
import type { Problem } from '../problem.ts'
import type { Sourced } from '../year-rules.ts'
import { duplicates, fault } from './fault.ts'

/** Every entry of the disposal rules that must say on what it rests. */
export function disposalSources(rules: DisposalRules): [string, Sourced][] {
  return [
    ['预警处置期限', rules],
    ['退回后再报的期限', rules.again],
    ...rules.measures.map((measure): [string, Sourced] => [measures[measure.id], measure]),
    ...rules.proposals.map((proposal): [string, Sourced] => [`${proposal.on} 处置建议`, proposal]),
    ...rules.choices.map((choice): [string, Sourced] => [choice.id, choice]),
  ]
}

/** Whether every measure is described once, every proposal names known ones, and the days count. */
export function checkDisposalRules(rules: DisposalRules): Problem[] {
  const problems: Problem[] = []
  const known = rules.measures.map(({ id }) => id)
  const add = (code: string, at: string, message: string) =>
    problems.push(fault(code, `monitoring.disposal.${at}`, message))
  for (const measure of measureList)
    if (known.filter((id) => id === measure).length !== 1)
      add('measure-hole', 'measures', `处置措施“${measures[measure]}”应有且只有一行。`)
  if (rules.measures.some(({ demand }) => demand.trim() === ''))
    add('demand-missing', 'measures', '处置措施的要求不能为空。')
  for (const { on, fromMonth, measures: named } of rules.proposals) {
    const isFit = named.length > 0 && named.every((id) => known.includes(id))
    if (!isFit || duplicates(named).length > 0 || !(fromMonth >= 1 && fromMonth <= 12))
      add('proposal-invalid', 'proposals', `处置建议“${on}”的措施或月份有误。`)
  }
  const rows = rules.proposals.map(({ on, colour, fromMonth, impossible }) =>
    [on, colour, fromMonth, impossible].join(' '),
  )
  for (const row of duplicates(rows))
    add('proposal-duplicate', 'proposals', `处置建议“${row}”重复，无法判断用哪一行。`)
  if (duplicates(rules.choices.map(({ id }) => id)).length > 0)
    add('choice-duplicate', 'choices', '可选择的处理方式重复。')
  if (![rules.workingDays, rules.again.workingDays].every((days) => Number.isSafeInteger(days) && days > 0))
    add('days-invalid', 'workingDays', '处置期限应为大于 0 的整数。')
  return problems
}
