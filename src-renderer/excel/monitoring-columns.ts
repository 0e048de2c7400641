import { readCauses } from '#domain/monitoring/compare'
import type { Likelihood } from '#domain/monitoring/rules'
import { plain, type SheetText, textAt } from './cells.ts'
import type { GridHead } from './grid-head.ts'

/** Where a monitoring grid has what other grids have not. */
export type MonitoringColumns = {
  /** Columns to be ticked. */
  likelihoods: { column: number; likelihood: Likelihood }[]
  causes: { column: number; id: string }[]
  /** Columns in which it is written as a word. */
  likelihood: number | undefined
  cause: number | undefined
  causeText: number | undefined
  note: number | undefined
}

/** 确定能, 有可能 and 完全不可能 as forms write them; '' for anything else. */
export function likelihoodWord(text: string): Likelihood | '' {
  const word = plain(text).replace(/[()√✓✔☑□☐:：。]/g, '')
  if (/^(确定|一定|肯定|完全)能(够)?(完成)?(目标)?$|^能(够)?(完成)?$|^确定$/.test(word)) return 'sure'
  if (/^(有)?可能(完成)?(目标)?$/.test(word)) return 'possible'
  return /^(完全)?不(可能|能)(完成)?(目标)?$/.test(word) ? 'impossible' : ''
}

/** The columns under the heads of a monitoring grid: ticked ones by their own head, written ones by their group's. */
export function monitoringColumns(sheet: SheetText, head: GridHead): MonitoringColumns {
  const found: MonitoringColumns = {
    likelihoods: [],
    causes: [],
    likelihood: undefined,
    cause: undefined,
    causeText: undefined,
    note: undefined,
  }
  const last = lowestHead(sheet, head)
  const { value, level3, level2 } = head.columns
  const names = value ?? level3 ?? level2 ?? 0
  for (let column = names + 1; column < sheet.width; column++) {
    // A head that reaches over several columns, or down both rows, counts at its first cell.
    const lower = textAt(sheet, last, column)
    const row = lower === '' ? head.row : last
    const own = plain(textAt(sheet, row, column))
    if (own !== '' && sheet.rows[row]?.[column]?.left === column) place(column, own)
  }
  return found

  function place(column: number, own: string): void {
    const likelihood = likelihoodWord(own)
    const isAlone = own === '其他' && found.causes.at(-1)?.column !== column - 1
    const [cause] = isAlone ? [] : (readCauses(own) ?? [])
    if (likelihood !== '') found.likelihoods.push({ column, likelihood })
    else if (cause !== undefined) found.causes.push({ column, id: cause })
    else if (/可能性/.test(own)) found.likelihood ??= column
    else if (/原因说明|^原因$|具体原因|说明原因/.test(own)) found.causeText ??= column
    else if (/偏差原因|未完成原因|^偏差/.test(own)) found.cause ??= column
    else if (own.startsWith('备注')) found.note ??= column
  }
}

/** The row of the heads to be ticked: beneath the grid's own where nothing is merged any more. */
function lowestHead(sheet: SheetText, head: GridHead): number {
  const next = head.row + head.depth
  const named = (sheet.rows[next] ?? []).filter(
    ({ text, top }) => top === next && (likelihoodWord(text) !== '' || (readCauses(text) ?? []).length > 0),
  )
  return named.length > 1 ? next : next - 1
}
