import type { Workflow } from '../workflow.ts'

/** 状态 of a disposal, in the order of its road. */
export const disposalStates = {
  proposed: '待决定',
  issued: '待整改',
  returned: '已退回',
  answered: '待审核',
  reviewed: '待销号',
  closed: '已销号',
  dropped: '不予处置',
} as const
export type DisposalState = keyof typeof disposalStates

/**
 * The road of a disposal (巴财〔2020〕38号 三（二）2): 监督与绩效管理科 decides, the unit answers, 支出科室 urges and
 * reviews, 监督与绩效管理科 closes it. The days of the turns are this system's default 〔拟〕; the ten working days of the
 * unit are counted by the calendar.
 */
export const disposalFlow: Workflow<DisposalState> = {
  name: '监控处置',
  first: 'proposed',
  states: {
    proposed: { name: disposalStates.proposed, holder: 'performance', days: 5 },
    issued: { name: disposalStates.issued, holder: 'unit', days: null },
    returned: { name: disposalStates.returned, holder: 'unit', days: 3 },
    answered: { name: disposalStates.answered, holder: 'spending', days: 5 },
    reviewed: { name: disposalStates.reviewed, holder: 'performance', days: 5 },
    closed: { name: disposalStates.closed, holder: '', days: null },
    dropped: { name: disposalStates.dropped, holder: '', days: null },
  },
  steps: [],
}
