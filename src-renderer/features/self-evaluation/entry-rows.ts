import { indicatorScore, type ScoringPack } from '#domain/evaluation/indicator-score'
import { scoreText } from '#domain/evaluation/points'
import type { SelfEvaluationEntry } from '#domain/evaluation/self-evaluation'
import { targetText } from '#domain/goals/goal'
import { formatWeight, parseWeight } from '#domain/goals/weights'
import type { SheetMark, SheetRow } from '#ui/Sheet.tsx'

/** Columns of the sheet, in the order of the form. */
export const entryKeys = [
  'level2',
  'name',
  'target',
  'actual',
  'weight',
  'auto',
  'own',
  'ownReason',
  'deviation',
  'remark',
] as const
export type EntryKey = (typeof entryKeys)[number]

type Cells = readonly string[]

/** What a person says of an indicator as a whole. */
export const remarks = { unsuitable: '不适用', low: '目标偏低' } as const

function columnOf(key: EntryKey): number {
  return entryKeys.indexOf(key)
}

function textOf(cells: Cells, key: EntryKey): string {
  return cells[columnOf(key)] ?? ''
}

/** Points in a cell, in hundredths: null where it is empty, undefined where it is no score. */
function readPoints(text: string): number | null | undefined {
  if (text.trim() === '') return null
  return parseWeight(text) ?? undefined
}

/** What the rules give: the score, or a dash where a person must score. */
function autoText(entry: SelfEvaluationEntry, pack: ScoringPack): string {
  if (!entry.applies) return '不考核'
  const { score } = indicatorScore(entry, pack)
  if (score !== null) return scoreText(score)
  return entry.actual.trim() === '' ? '' : '待评'
}

function remarkOf({ applies, targetTooLow }: SelfEvaluationEntry): string {
  if (!applies) return remarks.unsuitable
  return targetTooLow ? remarks.low : ''
}

/** An entry as a row of texts. */
export function rowOfEntry(entry: SelfEvaluationEntry, pack: ScoringPack): SheetRow {
  const texts: Readonly<Record<EntryKey, string>> = {
    level2: entry.level2.replace(/指标$/, ''),
    name: entry.name,
    target: targetText(entry),
    actual: entry.actual,
    weight: formatWeight(entry.weight),
    auto: autoText(entry, pack),
    own: formatWeight(entry.own),
    ownReason: entry.ownReason,
    deviation: entry.deviation,
    remark: remarkOf(entry),
  }
  return { id: entry.id, cells: entryKeys.map((key) => texts[key]) }
}

function isRemark(text: string): boolean {
  return text === '' || text === remarks.unsuitable || text === remarks.low
}

/** The entry with what stands in its row; what is no score or no remark is not kept. */
export function entryOfCells(entry: SelfEvaluationEntry, cells: Cells): SelfEvaluationEntry {
  const [weight, own] = [readPoints(textOf(cells, 'weight')), readPoints(textOf(cells, 'own'))]
  const remark = textOf(cells, 'remark').trim()
  const said = isRemark(remark)
    ? { applies: remark !== remarks.unsuitable, targetTooLow: remark === remarks.low }
    : { applies: entry.applies, targetTooLow: entry.targetTooLow }
  return {
    ...entry,
    actual: textOf(cells, 'actual'),
    weight: weight === undefined ? entry.weight : weight,
    own: own === undefined ? entry.own : own,
    ownReason: textOf(cells, 'ownReason'),
    deviation: textOf(cells, 'deviation'),
    ...said,
  }
}

export function entriesOfRows(
  entries: readonly SelfEvaluationEntry[],
  rows: readonly SheetRow[],
): SelfEvaluationEntry[] {
  const byId = new Map(rows.map((row) => [row.id, row.cells]))
  return entries.map((entry) => {
    const cells = byId.get(entry.id)
    return cells ? entryOfCells(entry, cells) : entry
  })
}

/** Entries by the cells that nobody writes: rows come to `settle` without their id. */
export function entriesByHead(entries: readonly SelfEvaluationEntry[]): Map<string, SelfEvaluationEntry> {
  return new Map(
    entries.map((entry) => [
      headOf([entry.level2.replace(/指标$/, ''), entry.name, targetText(entry)]),
      entry,
    ]),
  )
}

function headOf(cells: Cells): string {
  return cells.slice(0, columnOf('actual')).join('\n')
}

/** Puts a written row in order: scores in their short form, and the automatic score that follows. */
export function settleEntry(
  cells: Cells,
  changed: readonly number[],
  heads: ReadonlyMap<string, SelfEvaluationEntry>,
  pack: ScoringPack,
): Cells {
  const next = [...cells]
  for (const at of changed) next[at] = (next[at] ?? '').trim()
  for (const key of ['weight', 'own'] as const) {
    const points = readPoints(textOf(next, key))
    if (points !== undefined) next[columnOf(key)] = formatWeight(points)
  }
  const entry = heads.get(headOf(next))
  if (entry) next[columnOf('auto')] = autoText(entryOfCells(entry, next), pack)
  return next
}

/** Why a cell is not kept; null where it is. */
export function unreadMark(row: SheetRow, column: string): SheetMark | null {
  if ((column === 'own' || column === 'weight') && readPoints(textOf(row.cells, column)) === undefined)
    return { severity: 'error', text: '不是一个分数；这一格没有保存。请填数字，如 8.5' }
  if (column === 'remark' && !isRemark(textOf(row.cells, 'remark').trim()))
    return { severity: 'error', text: '应为 不适用 或 目标偏低，也可留空；这一格没有保存' }
  return null
}
