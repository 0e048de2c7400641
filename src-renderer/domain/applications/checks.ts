import { isDay } from '../dates.ts'
import { type Fen, formatWanExact } from '../money.ts'
import type { Problem } from '../problem.ts'
import { directionOf, isWithin, percentOf } from './amounts.ts'
import type { Application, RectificationOrder } from './application.ts'
import { type ApplicationRules, type Measure, measureRule, measures } from './rules.ts'

function problem(at: string, code: string, message: string): Problem {
  return { code, severity: 'error', at, message, clause: '', suggestion: '' }
}

type Chosen = { list: readonly Measure[]; change: Fen | null; reason: string; at: 'proposed' | 'decided' }

/**
 * What a choice of measures and money lacks: a measure of the object, an amount that goes the same way and takes no more than
 * there is; beyond the shares of the rule only with a reason.
 */
function checkChosen(
  application: Pick<Application, 'kind' | 'budget' | 'ground'>,
  { list, change, reason, at }: Chosen,
  rules: Pick<ApplicationRules, 'measures'>,
): Problem[] {
  const { kind, budget, ground } = application
  const changeAt = `${at}Change`
  const problems: Problem[] = []
  if (list.length === 0) problems.push(problem(at, 'measure-missing', '请选择应用措施。'))
  for (const measure of list)
    if (!measureRule(rules, measure)?.kinds.includes(kind))
      problems.push(problem(at, 'measure-unfit', `“${measures[measure]}”不适用于这类对象，请另选。`))
  const direction = directionOf(list, rules)
  if (direction === 'down' && change === null)
    problems.push(problem(changeAt, 'amount-missing', '请填写压减金额（填负数，如 -52.00）。'))
  if (direction === 'down' && change !== null && change >= 0)
    problems.push(problem(changeAt, 'amount-unfit', '压减的金额应小于 0，如 -52.00。'))
  if (direction === 'up' && change !== null && change < 0)
    problems.push(problem(changeAt, 'amount-unfit', '优先保障的不压减，金额应不小于 0，或留空。'))
  if (direction === 'none' && change !== null && change !== 0)
    problems.push(problem(changeAt, 'amount-unfit', '所选措施不涉及金额，请把金额留空。'))
  if (change !== null && budget !== null && change < -budget)
    problems.push(problem(changeAt, 'amount-unfit', `压减不能超过预算 ${formatWanExact(budget)} 万元。`))
  const { cut } = ground
  const isOutside =
    cut !== null && budget !== null && change !== null && change < 0 && !isWithin(change, budget, cut)
  if (isOutside && reason.trim() === '') {
    const range = `${formatWanExact(percentOf(budget, cut.least))}—${formatWanExact(percentOf(budget, cut.most))} 万元`
    problems.push(
      problem(
        at === 'proposed' ? 'reason' : 'decisionReason',
        'reason-missing',
        `金额不在规则的幅度（${range}）内，请写明理由。`,
      ),
    )
  }
  return problems
}

/** What a proposal lacks before it goes to 预算科. */
export function checkProposal(
  application: Pick<Application, 'kind' | 'budget' | 'ground' | 'proposed' | 'proposedChange' | 'reason'>,
  rules: Pick<ApplicationRules, 'measures'>,
): Problem[] {
  const { proposed: list, proposedChange: change, reason } = application
  const chosen = checkChosen(application, { list, change, reason, at: 'proposed' }, rules)
  return reason.trim() === '' && !chosen.some(({ at }) => at === 'reason')
    ? [...chosen, problem('reason', 'reason-missing', '请写明建议的理由。')]
    : chosen
}

/** What a decision lacks before it is carried out. */
export function checkDecision(
  application: Pick<
    Application,
    'kind' | 'budget' | 'ground' | 'decided' | 'decidedChange' | 'decisionReason' | 'decidedBy'
  >,
  rules: Pick<ApplicationRules, 'measures'>,
): Problem[] {
  const { decided: list, decidedChange: change, decisionReason: reason, decidedBy } = application
  const problems = checkChosen(application, { list, change, reason, at: 'decided' }, rules)
  if (decidedBy.trim() === '')
    problems.push(problem('decidedBy', 'name-missing', '请填写审定的局领导或会议。'))
  return problems
}

/** What 书面反馈 lacks: what was done, and how much where money was decided. */
export function checkAnswer({
  answer,
  doneChange,
  decidedChange,
  budget,
}: Pick<Application, 'answer' | 'doneChange' | 'decidedChange' | 'budget'>): Problem[] {
  const problems: Problem[] = []
  if (answer.trim() === '') problems.push(problem('answer', 'answer-missing', '请填写落实情况。'))
  if (decidedChange !== null && doneChange === null)
    problems.push(problem('doneChange', 'amount-missing', '审定了金额，请填写实际落实金额；未落实的填 0。'))
  if (doneChange !== null && budget !== null && doneChange < -budget)
    problems.push(
      problem('doneChange', 'amount-unfit', `落实压减不能超过预算 ${formatWanExact(budget)} 万元。`),
    )
  return problems
}

/** Why an application cannot be closed yet: a rectification that is not cleared. */
export function checkClosing({ rectification }: Pick<Application, 'rectification'>): Problem[] {
  if (!rectification || rectification.state === 'cleared' || rectification.state === 'none') return []
  return [problem('rectification', 'rectification-open', '整改还没有销号，请先办理整改销号。')]
}

/** What an order lacks before it goes out. */
export function checkOrder({ demand, dueOn }: RectificationOrder, today: string): Problem[] {
  const problems: Problem[] = []
  if (demand.trim() === '') problems.push(problem('demand', 'demand-missing', '请填写整改要求。'))
  if (!isDay(dueOn)) problems.push(problem('dueOn', 'day-unfit', '整改期限不是一个日期。'))
  else if (dueOn < today) problems.push(problem('dueOn', 'day-unfit', '整改期限不能早于今天。'))
  return problems
}

/** What a report of 整改 lacks: the result in words. */
export function checkReport({ report }: { report: string }): Problem[] {
  return report.trim() === '' ? [problem('report', 'answer-missing', '请填写整改结果。')] : []
}
