import type { GoalStatus } from './goal.ts'

/** What can be done to a goal's state: 送审, 取消送审, 退回, 批复, 撤销批复. */
export const statusActions = {
  submit: '送审',
  withdraw: '取消送审',
  return: '退回',
  approve: '批复',
  reopen: '撤销批复',
} as const
export type StatusAction = keyof typeof statusActions

/** The state machine as a table: action → state it starts from → state it leads to. */
export const transitions: Record<StatusAction, Partial<Record<GoalStatus, GoalStatus>>> = {
  submit: { draft: 'submitted', returned: 'submitted' },
  withdraw: { submitted: 'draft' },
  return: { submitted: 'returned' },
  approve: { submitted: 'approved' },
  reopen: { approved: 'submitted' },
}

/** The state after an action; null where the action is not possible. */
export function nextStatus(status: GoalStatus, action: StatusAction): GoalStatus | null {
  return transitions[action][status] ?? null
}

/** Only a draft or a returned goal may be changed (目标一经确定，不得随意变动: 巴财〔2020〕38号 三（二）4). */
export function isEditable(status: GoalStatus): boolean {
  return status === 'draft' || status === 'returned'
}
