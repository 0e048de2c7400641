import { formatWanExact } from '../money.ts'
import type { Disposal } from './disposal.ts'
import { disposalStates } from './flow.ts'
import { choices, measures } from './rules.ts'

/** A changed field as text a person can read. */
export type DisposalChange = { field: string; label: string; from: string; to: string }

const words: readonly [field: string, label: string, text: (disposal: Disposal) => string][] = [
  ['state', '状态', ({ state }) => disposalStates[state]],
  ['measure', '处置措施', ({ measure }) => measures[measure]],
  ['amount', '调减（收回）金额（万元）', ({ amount }) => formatWanExact(amount)],
  ['goalChange', '目标重大变化', ({ goalChange }) => (goalChange ? '是' : '否')],
  ['demand', '处置要求', ({ demand }) => demand],
  ['causes', '处置原因', ({ causes }) => causes.map(({ text }) => text).join('\n')],
  ['warnedOn', '发文日期', ({ warnedOn }) => warnedOn],
  ['dueOn', '整改期限', ({ dueOn }) => dueOn],
  ['letterNumber', '发文字号', ({ letterNumber }) => letterNumber],
  ['choice', '处理方式', ({ choice }) => (choice === '' ? '' : choices[choice])],
  ['answer', '整改情况', ({ answer }) => answer],
  ['doneBy', '计划完成日期', ({ doneBy }) => doneBy],
  ['answeredOn', '报送日期', ({ answeredOn }) => answeredOn],
  ['attachments', '附件', ({ attachments }) => `${attachments.length} 个`],
]

/** What differs between two states of a disposal, for the trail. */
export function diffDisposal(before: Disposal, after: Disposal): DisposalChange[] {
  return words.flatMap(([field, label, text]) => {
    const [from, to] = [text(before), text(after)]
    return from === to ? [] : [{ field, label, from, to }]
  })
}
