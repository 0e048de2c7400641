import { plain, type SheetText, textAt } from './cells.ts'
import { figureColumns } from './figure-columns.ts'
import { type HeadWord, headWord, isAside, type Role } from './head-words.ts'

export type Columns = Partial<Record<Role, number>>

/** Where an indicator grid begins: its head rows and which column holds what. */
export type GridHead = {
  row: number
  depth: number
  columns: Columns
  second: Columns
}

type Placed = HeadWord & { column: number }

const figures: readonly string[] = ['operator', 'value', 'unit', 'weight', 'actual', 'score', 'forecast']
const levels: readonly string[] = ['level1', 'level2', 'level3']
const sectionLabel = /^(年度|项目)*绩效指标(\(.*\))?$/

/** A section label such as 绩效指标 beside the levels is no level. */
export function isSection(text: string): boolean {
  return sectionLabel.test(plain(text))
}

function wordsInRow(sheet: SheetText, row: number): Placed[] {
  const found: Placed[] = []
  for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
    if (cell.left !== column || cell.top !== row) continue
    // A head repeated in the next cell was one wide cell before another program unmerged it.
    if (column > 0 && cell.text === sheet.rows[row]?.[column - 1]?.text) continue
    const word = headWord(cell.text)
    if (word) found.push({ ...word, column })
  }
  return found
}

/** The head above a column, also where the cells that it spanned are no longer merged. */
function upperAt(sheet: SheetText, row: number, column: number): string {
  for (let left = column; left >= 0; left--) {
    const text = textAt(sheet, row, left)
    if (text !== '') return text
  }
  return ''
}

/** A cell of the second head row, read together with the head it stands under. */
function underWord(sheet: SheetText, row: number, column: number): HeadWord | undefined {
  const text = sheet.rows[row + 1]?.[column]?.text ?? ''
  const upper = upperAt(sheet, row, column)
  const own = headWord(text)
  if (!own || own.role === 'goal')
    return /\d/.test(text) || text.length > 10 ? own : (headWord(text + upper) ?? own)
  return isAside(upper) ? { ...own, rank: Math.max(own.rank, 2) } : own
}

/** A second head row: cells of the head reach into it, or names of figures stand there and no indicator does. */
function hasSecondRow(sheet: SheetText, row: number, words: readonly Placed[]): boolean {
  const cells = sheet.rows[row] ?? []
  const reaches = words.some(
    ({ role, column }) => role !== 'block' && role !== 'note' && cells[column]?.bottom === row + 1,
  )
  if (reaches) return true
  const isLevel = ({ role }: HeadWord) => levels.includes(role)
  // 绩效指标 over 一级指标, 二级指标, 三级指标: the levels stand in the second row alone.
  if (!words.some(isLevel) && wordsInRow(sheet, row + 1).filter(isLevel).length > 1) return true
  const next = sheet.rows[row + 1] ?? []
  const named = words.filter(({ role }) => levels.includes(role) || role === 'generic' || role === 'block')
  const isOpen = named.every(({ column }) => {
    const under = next[column]
    if (!under || under.top <= row || under.text === '') return true
    return plain(under.text) === plain(textAt(sheet, row, column))
  })
  if (!isOpen || named.length === 0) return false
  return next.some(
    (cell, column) =>
      cell.top === row + 1 && cell.text !== '' && figures.includes(underWord(sheet, row, column)?.role ?? ''),
  )
}

/** The words of both head rows, the lower one before the one it stands under. */
function joinRows(sheet: SheetText, row: number, upper: readonly Placed[]): Placed[] {
  const joined = new Map<number, Placed>(upper.map((word) => [word.column, word]))
  for (const [column, cell] of (sheet.rows[row + 1] ?? []).entries()) {
    if (cell.text === '' || cell.top !== row + 1 || cell.left !== column) continue
    const word = underWord(sheet, row, column)
    if (word) joined.set(column, { ...word, column })
    else joined.delete(column)
  }
  return [...joined.values()].sort((first, second) => first.column - second.column)
}

/** Gives each role its column: the surest word first. Two grids side by side are told apart by order alone. */
function placeRoles(words: readonly Placed[]): { columns: Columns; second: Columns } {
  const columns: Columns = {}
  const second: Columns = {}
  const isTwice = words.filter(({ role }) => role === 'level3').length > 1
  const ordered = isTwice ? words : [...words].sort((first, other) => first.rank - other.rank)
  for (const { role, column } of ordered) {
    if (role === 'generic' || role === 'block' || role === 'vague') continue
    if (columns[role] === undefined) columns[role] = column
    else if (second[role] === undefined) second[role] = column
  }
  return { columns, second }
}

/** Heads that say 指标类型, 指标名称 and the like: the last names the indicator, those before it the free levels. */
function placeGenerics(sheet: SheetText, below: number, words: readonly Placed[], columns: Columns): void {
  const firstFigure = Math.min(
    ...words.filter(({ role }) => figures.includes(role) || role === 'goal').map(({ column }) => column),
  )
  const isLabel = (column: number) => {
    const under = textAt(sheet, below, column)
    return under === '' || isSection(under) || (sheet.rows[below]?.[column]?.top ?? below) < below
  }
  const generics = words.filter(
    ({ role, column }) => role === 'generic' || role === 'vague' || (role === 'block' && !isLabel(column)),
  )
  const isSure = generics.some(({ role }) => role !== 'vague') || columns.level1 !== undefined
  if (!isSure) return
  const deepest = Math.max(columns.level1 ?? -1, columns.level2 ?? -1)
  if (columns.level3 === undefined) {
    const before = generics.filter(({ column }) => column < firstFigure)
    const name = (before.length > 0 ? before : generics).findLast(({ column }) => column > deepest)
    if (name) columns.level3 = name.column
  }
  const name = columns.level3
  if (name === undefined) return
  for (const { column } of generics) {
    if (column >= name) continue
    if (columns.level1 === undefined && column < (columns.level2 ?? name)) columns.level1 = column
    else if (columns.level2 === undefined && column > (columns.level1 ?? column)) columns.level2 = column
  }
}

/** 单位 in front of the levels of a list is who reports, not the measure of a value. */
function placeList(words: readonly Placed[], columns: Columns): void {
  if (columns.project === undefined) return
  const first = Math.min(
    columns.level1 ?? Number.POSITIVE_INFINITY,
    columns.level3 ?? Number.POSITIVE_INFINITY,
  )
  if (columns.unit === undefined || columns.unit > first) return
  columns.institution ??= columns.unit
  const behind = words.find(({ role, column }) => role === 'unit' && column > first)?.column
  delete columns.unit
  if (behind !== undefined) columns.unit = behind
}

/** Reads row `row` as the head of an indicator grid, with a second head row beneath where there is one. */
export function headAt(sheet: SheetText, row: number): GridHead | undefined {
  const upper = wordsInRow(sheet, row)
  if (!upper.some(({ role }) => levels.includes(role) || role === 'generic' || role === 'block'))
    return undefined
  if (upper.length < 2) return undefined
  const depth = hasSecondRow(sheet, row, upper) ? 2 : 1
  const words = depth === 2 ? joinRows(sheet, row, upper) : upper
  const { columns, second } = placeRoles(words)
  placeGenerics(sheet, row + depth, words, columns)
  placeList(words, columns)
  const { goal, level1, level2, level3 } = columns
  // 年度目标 behind the names is what the indicator aims at; in a list it is the goal of the project.
  if (columns.value === undefined && goal !== undefined && columns.project === undefined)
    if (goal > (level3 ?? level2 ?? level1 ?? goal)) columns.value = goal
  const hasFigure =
    columns.value !== undefined ||
    columns.weight !== undefined ||
    columns.actual !== undefined ||
    columns.score !== undefined
  const isNamed =
    level3 !== undefined || (level1 !== undefined && (level2 !== undefined || columns.value !== undefined))
  if (!isNamed || !hasFigure) return undefined
  Object.assign(columns, figureColumns(sheet, row, row + depth, columns))
  return { row, depth, columns, second }
}
