import type { Duty } from '../people/duties.ts'
import type { Workflow } from '../workflow.ts'

/** 状态 of a check, in the order of its road. */
export const spotCheckStates = {
  picked: '待核查',
  started: '核查中',
  returned: '已退回',
  recorded: '已记录',
  asked: '待单位说明',
  submitted: '待接收',
  taken: '已接收',
  dropped: '已撤销',
} as const
export type SpotCheckState = keyof typeof spotCheckStates
export const spotCheckStateList = Object.keys(spotCheckStates) as SpotCheckState[] // the keys of the table

/**
 * The road of 重点核查 (巴财〔2020〕38号 三（二）2): 监督检查局 checks what departments reported, the unit may explain, and the
 * result goes to 监督与绩效管理科. The days of the turns are this system's default 〔拟〕.
 */
export const spotCheckFlow: Workflow<SpotCheckState> = {
  name: '重点核查',
  first: 'picked',
  states: {
    picked: { name: spotCheckStates.picked, holder: 'inspection', days: 10 },
    started: { name: spotCheckStates.started, holder: 'inspection', days: 15 },
    returned: { name: spotCheckStates.returned, holder: 'inspection', days: 5 },
    recorded: { name: spotCheckStates.recorded, holder: 'inspection', days: 5 },
    asked: { name: spotCheckStates.asked, holder: 'unit', days: 5 },
    submitted: { name: spotCheckStates.submitted, holder: 'performance', days: 5 },
    taken: { name: spotCheckStates.taken, holder: '', days: null },
    dropped: { name: spotCheckStates.dropped, holder: '', days: null },
  },
  steps: [
    { id: 'start-spot-check', verb: '开始核查', from: ['picked'], to: ['started'], opinion: 'optional' },
    {
      id: 'drop-spot-check',
      verb: '撤销核查',
      from: ['picked', 'started'],
      to: ['dropped'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'resume-spot-check',
      verb: '恢复核查',
      from: ['dropped'],
      to: ['picked'],
      opinion: 'optional',
      back: true,
    },
    {
      id: 'record-spot-check',
      verb: '完成记录',
      from: ['started', 'returned'],
      to: ['recorded'],
      opinion: 'optional',
    },
    {
      id: 'revise-spot-check',
      verb: '修改记录',
      from: ['recorded'],
      to: ['started'],
      opinion: 'optional',
      back: true,
    },
    {
      id: 'ask-checked-unit',
      verb: '征求单位说明',
      from: ['recorded'],
      to: ['asked'],
      opinion: 'optional',
      back: true,
    },
    {
      id: 'recall-check-question',
      verb: '撤回征求说明',
      from: ['asked'],
      to: ['recorded'],
      opinion: 'optional',
      back: true,
    },
    { id: 'explain-spot-check', verb: '提交说明', from: ['asked'], to: ['recorded'], opinion: 'required' },
    {
      id: 'submit-spot-check',
      verb: '提交绩效科',
      from: ['recorded'],
      to: ['submitted'],
      opinion: 'optional',
    },
    {
      id: 'withdraw-spot-check',
      verb: '取消提交',
      from: ['submitted'],
      to: ['recorded'],
      opinion: 'optional',
      back: true,
    },
    {
      id: 'return-spot-check',
      verb: '退回',
      from: ['submitted'],
      to: ['returned'],
      opinion: 'required',
      back: true,
    },
    { id: 'take-over-spot-check', verb: '接收', from: ['submitted'], to: ['taken'], opinion: 'optional' },
    {
      id: 'reopen-spot-check',
      verb: '撤销接收',
      from: ['taken'],
      to: ['submitted'],
      opinion: 'required',
      back: true,
    },
  ],
}

/** Whether the record may be written in a state; who may is the duty table's. */
export function isCheckWritable(state: SpotCheckState): boolean {
  return state === 'started' || state === 'returned'
}

/** Whether a duty gets to see a check: a unit learns of it when the checking begins, not before. */
export function isShownTo(duty: Duty, { state }: { state: SpotCheckState }): boolean {
  return duty !== 'unit' || (state !== 'picked' && state !== 'dropped')
}
