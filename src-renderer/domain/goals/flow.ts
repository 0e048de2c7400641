import type { Moment } from '../dates.ts'
import type { Workflow } from '../workflow.ts'
import { type Goal, type GoalStatus, goalStatuses } from './goal.ts'

/**
 * The road of a goal (巴财〔2020〕38号 三（二）4): 支出管理科初审 → 监督与绩效管理科集中会审 → 提交人大的重大项目重点复审
 * → 随预算批复. Days until a turn is overdue are this system's default 〔拟〕.
 */
export const goalFlow: Workflow<GoalStatus> = {
  name: '绩效目标',
  first: 'draft',
  states: {
    draft: { name: goalStatuses.draft, holder: 'unit', days: null },
    returned: { name: goalStatuses.returned, holder: 'unit', days: 5 },
    submitted: { name: goalStatuses.submitted, holder: 'spending', days: 5 },
    joint: { name: goalStatuses.joint, holder: 'performance', days: 10 },
    key: { name: goalStatuses.key, holder: 'performance', days: 5 },
    reviewed: { name: goalStatuses.reviewed, holder: 'budget', days: null },
    approved: { name: goalStatuses.approved, holder: '', days: null },
    rejected: { name: goalStatuses.rejected, holder: '', days: null },
  },
  steps: [
    { id: 'submit-goal', verb: '送审', from: ['draft', 'returned'], to: ['submitted'], opinion: 'optional' },
    {
      id: 'withdraw-goal',
      verb: '取消送审',
      from: ['submitted'],
      to: ['draft'],
      opinion: 'optional',
      back: true,
    },
    { id: 'pass-first-review', verb: '初审通过', from: ['submitted'], to: ['joint'], opinion: 'optional' },
    {
      id: 'return-first-review',
      verb: '退回',
      from: ['submitted'],
      to: ['returned'],
      opinion: 'required',
      back: true,
    },
    // Where it leads is decided by whether the project goes to the People's Congress: `passTarget`.
    {
      id: 'pass-joint-review',
      verb: '会审通过',
      from: ['joint'],
      to: ['reviewed', 'key'],
      opinion: 'optional',
    },
    {
      id: 'return-joint-review',
      verb: '退回',
      from: ['joint'],
      to: ['returned', 'submitted'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'reject-joint-review',
      verb: '不通过',
      from: ['joint'],
      to: ['rejected'],
      opinion: 'required',
      back: true,
    },
    { id: 'pass-key-review', verb: '复审通过', from: ['key'], to: ['reviewed'], opinion: 'optional' },
    {
      id: 'return-key-review',
      verb: '退回',
      from: ['key'],
      to: ['returned', 'submitted', 'joint'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'reject-key-review',
      verb: '不通过',
      from: ['key'],
      to: ['rejected'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'recall-first-review',
      verb: '撤回初审',
      from: ['joint'],
      to: ['submitted'],
      opinion: 'optional',
      back: true,
    },
    {
      id: 'recall-joint-review',
      verb: '撤回会审',
      from: ['key', 'reviewed'],
      to: ['joint'],
      opinion: 'optional',
      back: true,
    },
    { id: 'approve-goal', verb: '批复', from: ['reviewed'], to: ['approved'], opinion: 'optional' },
    {
      id: 'return-approval',
      verb: '退回',
      from: ['reviewed'],
      to: ['returned', 'submitted', 'joint'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'reopen-goal',
      verb: '撤销批复',
      from: ['approved'],
      to: ['reviewed'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'reopen-rejected',
      verb: '重新受理',
      from: ['rejected'],
      to: ['returned'],
      opinion: 'required',
      back: true,
    },
  ],
}

/** Only a draft or a returned goal may be changed (目标一经确定，不得随意变动: 巴财〔2020〕38号 三（二）4). */
export function isEditable(status: GoalStatus): boolean {
  return status === 'draft' || status === 'returned'
}

/** Since when a goal is in its state. Goals of before this was kept: since their last change. */
export function heldSinceOf(goal: Pick<Goal, 'heldSince' | 'changedAt'>): Moment {
  return goal.heldSince ?? goal.changedAt
}
