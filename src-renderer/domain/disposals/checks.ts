import { isDay } from '../dates.ts'
import type { Problem } from '../problem.ts'
import type { Answer, Decision, Disposal } from './disposal.ts'
import { choices, type DisposalRules, measureRule, measures } from './rules.ts'

function problem(at: string, code: string, message: string): Problem {
  return { code, severity: 'error', at, message, clause: '', suggestion: '' }
}

/** What a decision lacks before it can go out as a letter. */
export function checkDecision(
  { measure, amount, demand, warnedOn }: Decision,
  rules: DisposalRules,
): Problem[] {
  const problems: Problem[] = []
  const rule = measureRule(rules, measure)
  if (!rule) problems.push(problem('measure', 'measure-missing', '请选择处置措施。'))
  if (demand.trim() === '') problems.push(problem('demand', 'demand-missing', '请填写处置要求。'))
  if (!isDay(warnedOn)) problems.push(problem('warnedOn', 'day-unfit', '发文日期不是一个日期。'))
  if (amount !== null && amount <= 0)
    problems.push(problem('amount', 'amount-unfit', '调减（收回）金额应大于 0；暂不能确定的请留空。'))
  if (amount !== null && rule && !rule.hasAmount)
    problems.push(problem('amount', 'amount-unfit', `“${measures[measure]}”不涉及金额，请把金额留空。`))
  return problems
}

/** Whether the unit is asked for one of 继续执行、调剂、取消. */
export function asksChoice({ measure }: Pick<Disposal, 'measure'>, rules: DisposalRules): boolean {
  return measureRule(rules, measure)?.asksChoice ?? false
}

/** What an answer lacks before it can be handed in. */
export function checkAnswer(
  { choice, answer, doneBy }: Answer,
  disposal: Pick<Disposal, 'measure'>,
  rules: DisposalRules,
): Problem[] {
  const problems: Problem[] = []
  if (answer.trim() === '') problems.push(problem('answer', 'answer-missing', '请填写整改情况。'))
  if (doneBy !== '' && !isDay(doneBy))
    problems.push(problem('doneBy', 'day-unfit', '计划完成日期不是一个日期。'))
  if (asksChoice(disposal, rules) && choice === '') {
    const names = rules.choices.map(({ id }) => choices[id]).join('、')
    problems.push(problem('choice', 'choice-missing', `请在${names}中选择一项。`))
  }
  return problems
}

/** Whether the matter leads to 目标调整: by the measure, by the unit's choice, or because the goal has changed. */
export function leadsToAdjustment(
  { measure, choice, goalChange }: Pick<Disposal, 'measure' | 'choice' | 'goalChange'>,
  rules: DisposalRules,
): boolean {
  const byMeasure = measureRule(rules, measure)?.adjusts ?? false
  const byChoice = rules.choices.some(({ id, adjusts }) => id === choice && adjusts)
  return goalChange || byMeasure || byChoice
}
