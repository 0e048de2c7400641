import { type ScoringMethod, scoringMethods } from '#domain/evaluation/indicator-system'
import type { SystemLine } from '#domain/evaluation/system-table'
import { formatWeight, parseWeight } from '#domain/goals/weights'
import type { SheetColumn, SheetMark, SheetRow } from '#ui/Sheet.tsx'

const keys = ['level', 'group', 'name', 'points', 'method', 'explanation', 'data', 'evidence'] as const
type Key = (typeof keys)[number]

const methodEntries = Object.entries(scoringMethods) as [ScoringMethod, string][] // the entries of the table

export const systemColumns: readonly SheetColumn[] = [
  { key: 'level', title: '一级指标', width: 84 },
  { key: 'group', title: '二级指标', width: 92 },
  { key: 'name', title: '三级指标', width: 150 },
  { key: 'points', title: '分值', width: 52, align: 'right' },
  { key: 'method', title: '评分方式', width: 80, choices: () => methodEntries.map(([, word]) => word) },
  { key: 'explanation', title: '指标解释', width: 220 },
  { key: 'data', title: '所需数据', width: 140 },
  { key: 'evidence', title: '所需佐证', width: 140 },
]

/** 评分方式 in a cell; null where it is none of the seven. An empty cell is 人工分档. */
export function readMethod(text: string): ScoringMethod | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace('是否', '是/否')
  if (plain === '') return 'graded'
  return methodEntries.find(([, word]) => word === plain)?.[0] ?? null
}

/** A line as a row of the sheet; level and group are written only where they begin. */
export function rowsOfLines(lines: readonly SystemLine[]): SheetRow[] {
  return lines.map((line, index) => {
    const above = lines[index - 1]
    const isLevel = above?.level === line.level
    const texts: Readonly<Record<Key, string>> = {
      level: isLevel ? '' : line.level,
      group: isLevel && above?.group === line.group ? '' : line.group,
      name: line.name,
      points: line.points === null ? '' : formatWeight(line.points),
      method: scoringMethods[line.method],
      explanation: line.explanation,
      data: line.data,
      evidence: line.evidence,
    }
    return { id: line.id, cells: keys.map((key) => texts[key]) }
  })
}

function textOf(row: SheetRow, key: Key): string {
  return (row.cells[keys.indexOf(key)] ?? '').trim()
}

/** The rows as lines; rows without any text are left out. */
export function linesOfRows(rows: readonly SheetRow[]): SystemLine[] {
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map((row) => ({
      id: row.id,
      level: textOf(row, 'level'),
      group: textOf(row, 'group'),
      name: textOf(row, 'name'),
      points: textOf(row, 'points') === '' ? 0 : parseWeight(textOf(row, 'points')),
      method: readMethod(textOf(row, 'method')) ?? 'graded',
      explanation: textOf(row, 'explanation'),
      data: textOf(row, 'data'),
      evidence: textOf(row, 'evidence'),
    }))
}

/** Puts a written row in order: points as points, the method in its own word. */
export function settleSystemRow(cells: readonly string[], changed: readonly number[]): readonly string[] {
  const next = [...cells]
  for (const at of changed) {
    const text = (next[at] ?? '').trim()
    const points = keys[at] === 'points' ? parseWeight(text) : null
    const method = keys[at] === 'method' && text !== '' ? readMethod(text) : null
    next[at] = points === null ? (method === null ? text : scoringMethods[method]) : formatWeight(points)
  }
  return next
}

/** Why a cell is not kept; null where it is. */
export function unreadSystemCell(row: SheetRow, column: string): SheetMark | null {
  const points = textOf(row, 'points')
  if (column === 'points' && points !== '' && parseWeight(points) === null)
    return { severity: 'error', text: '应为分数，最多两位小数；这一格没有保存' }
  if (column === 'method' && readMethod(textOf(row, 'method')) === null)
    return {
      severity: 'error',
      text: `应为 ${methodEntries.map(([, word]) => word).join('、')} 之一；这一格没有保存`,
    }
  return null
}
