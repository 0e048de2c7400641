import type { Day } from '../dates.ts'
import { type Disposal, isOverdue } from './disposal.ts'

/** The ledger's groups, in the order of the road. */
export const disposalGroups = {
  proposed: '待决定',
  acting: '待整改',
  overdue: '已逾期',
  answered: '待审核',
  reviewed: '待销号',
  closed: '已销号',
  dropped: '不予处置',
} as const
export type DisposalGroup = keyof typeof disposalGroups
export const disposalGroupList = Object.keys(disposalGroups) as DisposalGroup[] // the keys of the table

/** The group of a disposal on a day: 待整改 and 已逾期 are the unit's turn before and after its last working day. */
export function groupOf(disposal: Pick<Disposal, 'state' | 'dueOn'>, today: Day): DisposalGroup {
  const { state } = disposal
  if (state !== 'issued' && state !== 'returned') return state
  return isOverdue(disposal, today) ? 'overdue' : 'acting'
}
