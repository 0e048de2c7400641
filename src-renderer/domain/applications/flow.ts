import type { ObjectKind } from '../goals/goal.ts'
import type { Workflow } from '../workflow.ts'

/** 状态 of an application, in the order of its road. */
export const applicationStates = {
  draft: '拟建议',
  budgeting: '待预算科',
  deciding: '待审定',
  carrying: '待落实',
  answered: '待核实',
  referred: '监督检查',
  closed: '已办结',
  dropped: '不应用',
} as const
export type ApplicationState = keyof typeof applicationStates
export const applicationStateList = Object.keys(applicationStates) as ApplicationState[] // the keys of the table

/**
 * The road of 结果应用 (巴财〔2020〕38号 三（二）5): 监督与绩效管理科 proposes, 预算科 reports to the leaders of the bureau,
 * who decide; 支出管理科 carries out and answers in writing; 监督与绩效管理科 follows it up; 监督检查局 handles 不予应用、
 * 应用不力、逾期不应用. The days of the turns are this system's default 〔拟〕; those of carrying out are in the year's rules.
 */
export const applicationFlow: Workflow<ApplicationState> = {
  name: '结果应用',
  first: 'draft',
  states: {
    draft: { name: applicationStates.draft, holder: 'performance', days: 10 },
    budgeting: { name: applicationStates.budgeting, holder: 'budget', days: 10 },
    deciding: { name: applicationStates.deciding, holder: 'leader', days: 10 },
    carrying: { name: applicationStates.carrying, holder: 'spending', days: null },
    answered: { name: applicationStates.answered, holder: 'performance', days: 10 },
    referred: { name: applicationStates.referred, holder: 'inspection', days: 20 },
    closed: { name: applicationStates.closed, holder: '', days: null },
    dropped: { name: applicationStates.dropped, holder: '', days: null },
  },
  steps: [
    { id: 'send-application', verb: '送预算科', from: ['draft'], to: ['budgeting'], opinion: 'optional' },
    ...back('drop-application', '不提出', ['draft'], ['dropped']),
    {
      ...{ id: 'restore-application', verb: '恢复', from: ['dropped'], to: ['draft'] },
      ...{ opinion: 'optional', back: true },
    },
    ...back('recall-application', '撤回建议', ['budgeting'], ['draft']),
    {
      id: 'submit-application',
      verb: '报局领导审定',
      from: ['budgeting'],
      to: ['deciding'],
      opinion: 'optional',
    },
    ...back('return-application', '退回建议', ['budgeting'], ['draft']),
    { id: 'decide-application', verb: '审定', from: ['deciding'], to: ['carrying'], opinion: 'optional' },
    ...back('return-decision', '退回研究', ['deciding'], ['budgeting', 'draft']),
    ...back('refuse-application', '审定不应用', ['deciding'], ['dropped']),
    ...back('reopen-decision', '撤销审定', ['carrying'], ['deciding']),
    { id: 'answer-application', verb: '书面反馈', from: ['carrying'], to: ['answered'], opinion: 'optional' },
    ...back('withdraw-application', '取消反馈', ['answered'], ['carrying'], 'optional'),
    { id: 'close-application', verb: '办结', from: ['answered'], to: ['closed'], opinion: 'optional' },
    ...back('return-carrying', '退回落实', ['answered'], ['carrying']),
    ...back('refer-application', '移送监督检查局', ['carrying', 'answered'], ['referred']),
    ...back('recall-referral', '撤回移送', ['referred'], ['answered', 'carrying']),
    {
      ...{ id: 'handle-referral', verb: '处理完毕', from: ['referred'] },
      ...{ to: ['carrying', 'answered'], opinion: 'required' },
    },
    ...back('reopen-application', '撤销办结', ['closed'], ['answered']),
  ],
}

type Step = Workflow<ApplicationState>['steps'][number]

function back(
  id: Step['id'],
  verb: string,
  from: readonly ApplicationState[],
  to: readonly ApplicationState[],
  opinion: Step['opinion'] = 'required',
): Step[] {
  return [{ id, verb, from, to, opinion, back: true }]
}

/** The road of one object: what follows from a government's budget is carried out by 预算科 (转移支付分配). */
export function applicationFlowOf({ kind }: { kind: ObjectKind }): Workflow<ApplicationState> {
  if (kind !== 'government') return applicationFlow
  const { states } = applicationFlow
  return { ...applicationFlow, states: { ...states, carrying: { ...states.carrying, holder: 'budget' } } }
}

/** Whether something is still to be done. */
export function isOpen(state: ApplicationState): boolean {
  return state !== 'closed' && state !== 'dropped'
}

/** Whether the leaders have decided that the result is applied. */
export function isDecided(state: ApplicationState): boolean {
  return state === 'carrying' || state === 'answered' || state === 'referred' || state === 'closed'
}

export const rectificationStates = {
  none: '未下达',
  ordered: '整改中',
  reported: '待销号',
  cleared: '已销号',
} as const
export type RectificationState = keyof typeof rectificationStates

/** The road of 整改 (结果应用流程; 整改单): ordered with a deadline, reported with proof, 销号. */
export const rectificationFlow: Workflow<RectificationState> = {
  name: '结果应用整改',
  first: 'none',
  states: {
    none: { name: rectificationStates.none, holder: '', days: null },
    ordered: { name: rectificationStates.ordered, holder: 'unit', days: null },
    reported: { name: rectificationStates.reported, holder: 'performance', days: 10 },
    cleared: { name: rectificationStates.cleared, holder: '', days: null },
  },
  steps: [
    { id: 'order-rectification', verb: '下达整改', from: ['none'], to: ['ordered'], opinion: 'optional' },
    {
      ...{ id: 'recall-rectification', verb: '撤销整改', from: ['ordered'], to: ['none'] },
      ...{ opinion: 'required', back: true },
    },
    {
      id: 'report-rectification',
      verb: '提交整改结果',
      from: ['ordered'],
      to: ['reported'],
      opinion: 'optional',
    },
    { id: 'clear-rectification', verb: '销号', from: ['reported'], to: ['cleared'], opinion: 'optional' },
    {
      ...{ id: 'return-rectification', verb: '退回整改', from: ['reported'], to: ['ordered'] },
      ...{ opinion: 'required', back: true },
    },
    {
      ...{ id: 'reopen-rectification', verb: '撤销销号', from: ['cleared'], to: ['reported'] },
      ...{ opinion: 'required', back: true },
    },
  ],
}
