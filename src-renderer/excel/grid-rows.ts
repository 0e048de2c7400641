import type { ReadIndicator } from '#domain/goals/read-form'
import { parseOperator, parseTarget } from '#domain/target'
import { address, plain, type SheetText, textAt } from './cells.ts'
import { kindOfRow } from './grid-closing.ts'
import { type Columns, type GridHead, isSection } from './grid-head.ts'
import type { Role } from './head-words.ts'

const placeholder = /^(指标\d*[:：]?[/—.…·-]*|[.…·。]+|[/—-]+|\.{2,}|无)$/
const nothing = new Set(['', '无', '/', '-', '—', '——', '–', '--', '不适用'])

/** The rows of one grid, and the row after its last. */
export type GridRows = {
  main: ReadIndicator[]
  second: ReadIndicator[]
  end: number
}

function own(text: string): string | null {
  return nothing.has(plain(text)) ? null : text
}

function weightOf(text: string): number | null {
  const match = /^\(?(-?\d+(?:\.\d+)?)(?:分|%)?\)?$/.exec(plain(text))
  return match ? Number(match[1]) : null
}

/** A score as written, 分 taken off a number. */
function scoreOf(text: string): string | null {
  if (plain(text) === '') return null
  return /^\s*-?\d+(\.\d+)?\s*分\s*$/.test(text) ? text.replace('分', '').trim() : text
}

/** Points that stand in the indicator's name (`必要性（5分）`), where the grid has no column for them. */
function weightInName(name: string): number | null {
  const match = /\((\d+(?:\.\d+)?)分\)$/.exec(plain(name))
  return match ? Number(match[1]) : null
}

/** The sign of a cell of its own; 定性, 正向 and other words beside it are none. */
function signOf(operator: string, value: string): string {
  const sign = parseOperator(operator)
  if (sign === '' || sign === '定性' || value.startsWith(operator)) return ''
  return parseTarget(value).operator === sign ? '' : operator.replace(/[(（].*[)）]$/, '')
}

/** Operator, value and unit as one text; parts that repeat what the value already says are left away. */
function joinTarget(operator: string, value: string, unit: string): string | null {
  if (plain(value) === '') return null
  const measure = nothing.has(plain(unit)) || plain(value).endsWith(plain(unit)) ? '' : unit
  return `${signOf(operator, value)}${value}${measure}`
}

/** Sign, number and unit: from cells of their own, else parted from the glued value (`≥95%`). */
function partsOf(
  sign: string,
  value: string,
  measure: string,
): Pick<ReadIndicator, 'operator' | 'value' | 'unit'> {
  const cells = { operator: own(sign), value: own(value), unit: own(measure) }
  const glued = parseTarget(value)
  const twice =
    (glued.operator !== '' && cells.operator !== null) || (glued.unit !== '' && cells.unit !== null)
  if (twice || (glued.operator === '' && glued.unit === '')) return cells
  return {
    operator: cells.operator ?? (glued.operator || null),
    value: glued.value,
    unit: cells.unit ?? (glued.unit || null),
  }
}

type Levels = { level1: string; level2: string }

function nameRoleOf(columns: Columns): Role {
  if (columns.level3 !== undefined) return 'level3'
  return columns.level2 !== undefined ? 'level2' : 'level1'
}

/** A cell that runs over the figures too is a sentence of the form, whatever column it begins in. */
function isSentence(sheet: SheetText, row: number, column: number, columns: Columns): boolean {
  const right = sheet.rows[row]?.[column]?.right ?? column
  const { value, weight, actual } = columns
  return [value, weight, actual].some((each) => each !== undefined && each > column && each <= right)
}

/** A note under a grid whose names stand in its first column: a text and nothing beside it. */
function isNote(column: number, columns: Columns, figures: readonly string[]): boolean {
  const isFirst = Math.min(...Object.values(columns)) === column
  return isFirst && figures.every((text) => plain(text) === '')
}

function rowIndicator(
  sheet: SheetText,
  row: number,
  columns: Columns,
  levels: Levels,
): ReadIndicator | undefined {
  const at = (role: Role) => {
    const column = columns[role]
    return column === undefined ? '' : textAt(sheet, row, column)
  }
  const nameRole = nameRoleOf(columns)
  const name = at(nameRole)
  const nameColumn = columns[nameRole] ?? 0
  const cell = sheet.rows[row]?.[nameColumn]
  if (name === '' || (cell && cell.top !== row)) return undefined
  if (placeholder.test(plain(name)) || isSentence(sheet, row, nameColumn, columns)) return undefined
  const value = at('value')
  // The same text in every cell was one wide cell before another program unmerged it.
  if (value === name && levels.level1 === name) return undefined
  const operator = at('operator')
  const unit = at('unit')
  if (isNote(nameColumn, columns, [value, at('weight'), at('actual'), at('score')])) return undefined
  return {
    level1: levels.level1 || null,
    level2: nameRole === 'level2' ? null : levels.level2 || null,
    level3: name,
    target: joinTarget(operator, value, unit),
    ...partsOf(operator, value, unit),
    weight: columns.weight === undefined ? weightInName(name) : weightOf(at('weight')),
    actual: plain(at('actual')) === '' ? null : at('actual'),
    score: scoreOf(at('score')),
    cell: address(row, nameColumn),
  }
}

/** A level cell's own text; '' where the row says nothing new. A section label such as 绩效指标 is no level. */
function levelText(sheet: SheetText, row: number, column: number | undefined): string {
  if (column === undefined) return ''
  const text = textAt(sheet, row, column)
  return isSection(text) ? '' : text
}

/** Reads the indicator rows below a head down to its sum, a note or the next form. */
export function readGrid(sheet: SheetText, head: GridHead): GridRows {
  const { columns, second } = head
  const hasLevel2 = columns.level2 !== undefined && columns.level3 !== undefined
  const rightColumns: Columns = { ...second }
  if (second.level2 !== undefined && columns.level1 !== undefined)
    rightColumns.level1 = second.level1 ?? columns.level1
  const twoSided = second.level3 !== undefined && second.value !== undefined
  const levels: Levels = { level1: '', level2: '' }
  const rightLevels: Levels = { level1: '', level2: '' }
  const main: ReadIndicator[] = []
  const side: ReadIndicator[] = []
  let row = head.row + head.depth
  for (; row < sheet.rows.length; row++) {
    const kind = kindOfRow(sheet, row, head)
    if (kind === 'end') break
    if (kind === 'passed') continue
    takeLevels(sheet, row, columns, hasLevel2, levels)
    const indicator = rowIndicator(sheet, row, columns, levels)
    if (indicator) main.push(indicator)
    if (!twoSided) continue
    takeLevels(sheet, row, rightColumns, true, rightLevels)
    const right = rowIndicator(sheet, row, rightColumns, rightLevels)
    if (right) side.push(right)
  }
  return twoSided ? { main: side, second: main, end: row } : { main, second: [], end: row }
}

/** Levels hold downward until a row names another; a new first level ends the second. */
function takeLevels(
  sheet: SheetText,
  row: number,
  columns: Columns,
  hasLevel2: boolean,
  levels: Levels,
): void {
  const level1 = levelText(sheet, row, columns.level1)
  if (level1 && level1 !== levels.level1) Object.assign(levels, { level1, level2: '' })
  if (hasLevel2) levels.level2 = levelText(sheet, row, columns.level2) || levels.level2
}
