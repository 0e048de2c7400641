import { formatWanExact } from '../money.ts'
import { amountLabels } from './line.ts'
import type { PlanRow } from './plan.ts'
import type { LineFault, SumDifference } from './reconcile.ts'

/** What a row of 核对 is to the person who looks at it, what needs a decision first. */
export const importGroups = {
  doubtful: '待对应',
  faulty: '有误',
  duplicate: '重复',
  notice: '请留意',
  unmatched: '无项目',
  changed: '变更',
  new: '新增',
  same: '相同',
} as const
export type ImportGroup = keyof typeof importGroups
export const importGroupList = Object.keys(importGroups) as ImportGroup[] // the keys of the table

/** A row in its group; a line that somebody said belongs to no project is like any other. */
export function groupOfRow(row: PlanRow): ImportGroup {
  if (row.state === 'faulty' || row.state === 'duplicate') return row.state
  if (row.state === 'ambiguous' || row.state === 'doubtful') return 'doubtful'
  if (row.change === 'same') return 'same'
  if (row.correction || row.overpaid) return 'notice'
  if (row.state === 'unmatched' && row.match.way !== 'hand') return 'unmatched'
  return row.change === 'changed' ? 'changed' : 'new'
}

/** Why a line cannot be written, and what to do. */
export function faultText(fault: LineFault, year: number): string {
  if (fault.code === 'month-missing') return '没有写明月份。请返回“识别”，指定这张表数据截至几月。'
  if (fault.code === 'month-outside') return `月份“${fault.found}”不是 1—12 月，没有采用。请在表上改正。`
  if (fault.code === 'other-year')
    return `是 ${fault.found} 年的数，本账套为 ${year} 年，没有采用。请切换到 ${fault.found} 年账套导入。`
  if (fault.code === 'no-amount') return '这一行没有金额，没有采用。'
  return `${amountLabels[fault.field]}“${fault.text.slice(0, 20)}”不是金额，这一行没有采用。请在表上改成数字。`
}

/** What is odd about a row that is written all the same; '' where nothing is. */
export function noticeText({ correction, overpaid, line }: PlanRow): string {
  const notices: string[] = []
  if (correction)
    notices.push(
      `累计支出由 ${formatWanExact(correction.from)} 降到 ${formatWanExact(correction.to)} 万元：是国库冲减的照常写入，月份弄错的请改后重新导入`,
    )
  if (overpaid)
    notices.push(
      `支出 ${formatWanExact(line.stated)} 万元，超过调整后预算 ${formatWanExact(line.adjusted)} 万元`,
    )
  return notices.join('；')
}

/** How a 合计 of the ledger differs from its rows. */
export function sumText({ name, field, stated, summed }: SumDifference): string {
  const difference = formatWanExact(Math.abs(stated - summed))
  return `“${name}”的${amountLabels[field]} ${formatWanExact(stated)} 万元，明细相加 ${formatWanExact(summed)} 万元，相差 ${difference} 万元`
}
