import type { Disposal, DisposalCause } from '#domain/disposals/disposal'
import type { DisposalState } from '#domain/disposals/flow'
import type { Candidate } from '#domain/disposals/propose'
import { measureRule } from '#domain/disposals/rules'
import { disposalRules } from '#domain/disposals/table'

export const rules = disposalRules

export function cause(change: Partial<DisposalCause> = {}): DisposalCause {
  return {
    kind: 'execution',
    colour: 'red',
    text: '执行率 20.0%，低于预警线 40.0%，差 20.0 个百分点。',
    formula: '预算执行率 = 已执行数 ÷ 预算数 = 20.0%',
    inputs: [{ name: '截止月份', value: '1—7 月' }],
    line: '40%；低 10 个百分点以内为黄灯，超过为红灯',
    clause: '四川省《部门预算绩效运行监控管理办法》（2025 年）',
    mark: '源',
    ...change,
  }
}

/** A project that is far behind with its money. */
export function candidate(change: Partial<Candidate> = {}): Candidate {
  return {
    goalId: 'goal-1',
    unitId: 'unit-1',
    name: '农村公路日常养护',
    code: 'P1',
    kind: 'project',
    roundId: 'r1',
    spotCheckId: '',
    month: 7,
    causes: [cause()],
    proposed: ['hasten', 'adjust'],
    measure: 'hasten',
    goalChange: false,
    demand: measureRule(rules, 'hasten')?.demand ?? '',
    ...change,
  }
}

/** One disposal as it is in a state, decided on Monday 2026-08-31 where it was decided. */
export function disposalIn(state: DisposalState, change: Partial<Disposal> = {}): Disposal {
  const isDecided = state !== 'proposed' && state !== 'dropped'
  return {
    ...candidate(),
    id: 'd1',
    bookId: 'book-1',
    amount: null,
    warnedOn: isDecided ? '2026-08-31' : '',
    dueOn: isDecided ? '2026-09-14' : '',
    letterNumber: '',
    choice: 'continue',
    answer: '已倒排工期，9 月底前支付到 60%。',
    doneBy: '2026-09-30',
    answeredOn: '',
    attachments: [],
    trail: [],
    state,
    heldSince: '2026-08-31T08:00:00.000Z',
    revision: 1,
    changedAt: '2026-08-31T08:00:00.000Z',
    changedBy: '王晓',
    ...change,
  }
}
