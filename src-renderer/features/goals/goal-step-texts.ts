import { goalFlow } from '#domain/goals/flow'
import { type GoalStatus, goalStatuses } from '#domain/goals/goal'
import type { Permission } from '#domain/people/permissions'
import type { WorkflowStep } from '#domain/workflow'

/** What a step means for the goal, said before it is taken. */
export const stepTexts: Partial<Record<Permission, string>> = {
  'submit-goal': '送审后交支出管理科初审，内容不能再改；要改须取消送审或退回。',
  'withdraw-goal': '取消送审后回到草稿，可以继续修改。',
  'pass-first-review': '初审通过后交监督与绩效管理科集中会审。',
  'return-first-review': '退回后单位可以按意见和批注修改，再重新送审。',
  'pass-joint-review': '会审通过后可以安排预算；标记“提交人大”的项目先转重点复审。',
  'return-joint-review': '退回后按意见修改，再按程序重新送审。',
  'reject-joint-review': '不通过的目标不得进入预算安排。',
  'pass-key-review': '复审通过后可以安排预算。',
  'return-key-review': '退回后按意见修改，再按程序重新送审。',
  'reject-key-review': '不通过的目标不得进入预算安排。',
  'approve-goal': '批复后目标即为执行、监控和评价的依据，不得随意变动；确需变动的，走目标调整。',
  'return-approval': '退回后按意见修改，再按程序重新送审。',
  'reopen-goal': '只用于纠正误批；批复后需要改动的，请走目标调整。',
  'reopen-rejected': '重新受理后退回单位修改，再按程序送审。',
}

/** 常用审核意见. */
export const reviewPhrases = [
  '绩效目标不够具体，请补充可衡量的内容。',
  '数量指标与资金规模不匹配，请核对测算依据。',
  '效益指标过于笼统，请细化、量化。',
  '指标值偏低，请参照上年完成情况或行业标准调整。',
  '满意度指标请写明服务对象和调查方式。',
  '资金构成与总额不一致，请核对。',
]

/** The places a step may lead back to, in words. */
export function targetsOf(step: WorkflowStep<GoalStatus>): { value: string; label: string }[] {
  return step.to.map((status) => ({
    value: status,
    label:
      status === 'returned' ? '单位修改（已退回）' : `${goalStatuses[status]}（${nameOfHolder(status)}）`,
  }))
}

function nameOfHolder(status: GoalStatus): string {
  return status === 'submitted' ? '支出管理科' : goalFlow.states[status].name.replace('待', '')
}

/** The state that a choice of the dialog stands for. */
export function statusOf(value: string): GoalStatus | undefined {
  const statuses = Object.keys(goalStatuses) as GoalStatus[] // the keys of the table of states
  return statuses.find((status) => status === value)
}
