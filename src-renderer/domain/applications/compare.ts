import { formatWanExact } from '../money.ts'
import type { Application } from './application.ts'
import { applicationStates, rectificationStates } from './flow.ts'
import { measuresText, referralKinds } from './rules.ts'

export type ApplicationChange = { field: string; label: string; from: string; to: string }

const words: readonly [field: string, label: string, text: (application: Application) => string][] = [
  ['state', '状态', ({ state }) => applicationStates[state]],
  ['proposed', '建议措施', ({ proposed }) => measuresText(proposed)],
  ['proposedChange', '建议增减（万元）', ({ proposedChange }) => formatWanExact(proposedChange)],
  ['reason', '建议理由', ({ reason }) => reason],
  ['nextName', '预算项目', ({ nextName }) => nextName],
  ['letterNumber', '建议函文号', ({ letterNumber }) => letterNumber],
  ['budgetOpinion', '预算科意见', ({ budgetOpinion }) => budgetOpinion],
  ['decided', '审定措施', ({ decided }) => measuresText(decided)],
  ['decidedChange', '审定增减（万元）', ({ decidedChange }) => formatWanExact(decidedChange)],
  ['decisionReason', '审定说明', ({ decisionReason }) => decisionReason],
  ['decidedBy', '审定人', ({ decidedBy }) => decidedBy],
  ['decidedOn', '审定日期', ({ decidedOn }) => decidedOn],
  ['dueOn', '落实期限', ({ dueOn }) => dueOn],
  ['answer', '落实情况', ({ answer }) => answer],
  ['doneChange', '落实增减（万元）', ({ doneChange }) => formatWanExact(doneChange)],
  ['answeredOn', '反馈日期', ({ answeredOn }) => answeredOn],
  ['attachments', '反馈附件', ({ attachments }) => `${attachments.length} 个`],
  ['followUps', '跟踪记录', ({ followUps }) => followUps.map(({ on, text }) => `${on} ${text}`).join('\n')],
  [
    'referrals',
    '移送监督检查局',
    ({ referrals }) =>
      referrals
        .map(({ kind, reason, handling }) => `${referralKinds[kind]}：${reason}；处理：${handling}`)
        .join('\n'),
  ],
  [
    'rectificationState',
    '整改状态',
    ({ rectification }) => (rectification ? rectificationStates[rectification.state] : ''),
  ],
  ['rectificationDemand', '整改要求', ({ rectification }) => rectification?.demand ?? ''],
  ['rectificationDue', '整改期限', ({ rectification }) => rectification?.dueOn ?? ''],
  ['rectificationNumber', '整改通知文号', ({ rectification }) => rectification?.number ?? ''],
  ['rectificationReport', '整改结果', ({ rectification }) => rectification?.report ?? ''],
  ['rectificationProof', '整改佐证', ({ rectification }) => `${rectification?.proof.length ?? 0} 个`],
]

/** What differs between two states of an application, for the trail. */
export function diffApplication(before: Application, after: Application): ApplicationChange[] {
  return words.flatMap(([field, label, text]) => {
    const [from, to] = [text(before), text(after)]
    return from === to ? [] : [{ field, label, from, to }]
  })
}
