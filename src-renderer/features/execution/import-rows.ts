import {
  faultText,
  groupOfRow,
  type ImportGroup,
  importGroupList,
  importGroups,
  noticeText,
} from '#domain/execution/import-groups'
import type { ExecutionPlan, PlanRow } from '#domain/execution/plan'
import { colours } from '#ui/theme'

/** One row of 核对: a line of the ledger in a month. */
export type ImportRow = { key: string; group: ImportGroup; row: PlanRow }

export const groupLooks: Readonly<Record<ImportGroup, { shape: string; colour: string }>> = {
  doubtful: { shape: '▲', colour: colours.attention },
  faulty: { shape: '■', colour: colours.alarm },
  duplicate: { shape: '■', colour: colours.alarm },
  notice: { shape: '▲', colour: colours.attention },
  unmatched: { shape: '○', colour: colours.secondary },
  changed: { shape: '◆', colour: colours.excess },
  new: { shape: '●', colour: colours.ok },
  same: { shape: '—', colour: colours.secondary },
}

/** The rows of a plan, what needs a person first. */
export function importRows(plan: ExecutionPlan): ImportRow[] {
  const byGroup = new Map<ImportGroup, ImportRow[]>(importGroupList.map((group) => [group, []]))
  for (const row of plan.rows) {
    const group = groupOfRow(row)
    byGroup.get(group)?.push({ key: row.key, group, row })
  }
  return [...byGroup.values()].flat()
}

export function countsOf(rows: readonly ImportRow[]): { group: ImportGroup; word: string; count: number }[] {
  const counts = new Map<ImportGroup, number>()
  for (const { group } of rows) counts.set(group, (counts.get(group) ?? 0) + 1)
  return importGroupList.map((group) => ({ group, word: importGroups[group], count: counts.get(group) ?? 0 }))
}

/** Why a row stands where it stands. */
export function reasonOf({ group, row }: ImportRow, year: number): string {
  if (row.fault) return faultText(row.fault, year)
  if (group === 'duplicate') return '与上面一行项目、月份、来源和金额都相同，没有计入'
  if (group === 'doubtful')
    return row.state === 'ambiguous'
      ? '有几个项目同样符合，请在右侧选定'
      : '没有完全对上的项目，右侧列出相近的，请选定'
  if (group === 'unmatched') return '账套中没有这个项目；照常写入，计入国库合计'
  if (group === 'notice') return noticeText(row)
  if (group === 'same') return '与账套中相同，不用写入'
  if (row.match.way === 'hand' && row.goalId === '') return '已指定不对应项目'
  return ''
}
