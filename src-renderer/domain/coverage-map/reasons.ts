/** How an object counts in a stage: done and holes together are what is due. */
export type Counts = 'done' | 'hole' | 'outside'

type Reason = { text: string; counts: Counts }

/**
 * Where an object stands in a stage, in the words that the list of holes shows. 未达评估门槛, 免报 and the like are no holes:
 * nothing is due. `code` in the packed lines is the position in this table, so that new ones are only added at the end.
 */
export const reasons = {
  done: { text: '已完成', counts: 'done' },
  'not-asked': { text: '本环节不要求', counts: 'outside' },
  'not-yet': { text: '年度未结束，尚未到期', counts: 'outside' },
  'goal-pending': { text: '目标未批复，不进入本环节', counts: 'outside' },
  'goal-rejected': { text: '审核未通过，不安排预算', counts: 'outside' },
  secret: { text: '涉密，不公开', counts: 'outside' },

  'below-line': { text: '未达评估门槛', counts: 'outside' },
  'need-unknown': { text: '资料不全，无法判断是否应评估', counts: 'hole' },
  'assessment-exempt': { text: '已免予评估', counts: 'outside' },
  'assessment-unlisted': { text: '应评估，未列入', counts: 'hole' },
  'assessment-open': { text: '评估未完成', counts: 'hole' },

  'goal-missing': { text: '未申报目标', counts: 'hole' },
  'goal-draft': { text: '待单位送审', counts: 'hole' },
  'goal-returned': { text: '已退回，待单位修改', counts: 'hole' },
  'goal-review': { text: '审核未完成', counts: 'hole' },
  'goal-reviewed': { text: '已审核，待批复', counts: 'hole' },

  'no-round': { text: '未布置监控', counts: 'hole' },
  'not-in-round': { text: '未列入监控轮次', counts: 'hole' },
  'form-waits': { text: '待单位填报', counts: 'hole' },
  'form-returned': { text: '已退回，待单位修改', counts: 'hole' },
  'form-exempt': { text: '已免报', counts: 'outside' },

  'self-unset': { text: '未布置自评', counts: 'hole' },

  'in-cycle': { text: '周期内，今年不必评', counts: 'outside' },
  'evaluation-planned': { text: '已列入计划，未开展', counts: 'hole' },
  'evaluation-open': { text: '评价未结论', counts: 'hole' },
  'evaluation-due': { text: '今年到期，未列入计划', counts: 'hole' },
  'evaluation-overdue': { text: '已逾期，未列入计划', counts: 'hole' },

  'nothing-to-do': { text: '没有应办事项', counts: 'outside' },
  'step-open': { text: '未办结', counts: 'hole' },
} as const satisfies Record<string, Reason>
export type ReasonId = keyof typeof reasons
export const reasonList = Object.keys(reasons) as ReasonId[] // the keys of the table

/** How a reason counts. */
export function countsAs(reason: ReasonId): Counts {
  return reasons[reason].counts
}
