import type { ReadIndicator } from '#domain/goals/read-form'
import { parseTarget } from '#domain/target'
import { address, plain, type SheetText, textAt } from './cells.ts'
import { type GridHead, headAt, type Role, roleOf } from './grid-head.ts'

const closing =
  /^(合计|总分|总计|小计|总得分|自评总分|备注[:：]?|说明[:：]?|注[:：]|填报人|填表人|项目负责人|财务负责人|单位负责人|评价结论|存在问题|改进措施|其他需?要?说明|其他说明|联系电话|联系人|填报日期|审核意见|偏差或不能完成|相关建议)/
const closingText = /^(备注|说明|注)[:：\d]/
const placeholder = /^(指标\d*[:：]?[/—-]?|[.…·。]+|[/—-]+|\.{2,})$/
const nothing = new Set(['', '无', '/', '-', '—', '——', '–'])

/** The rows of one grid, and the row after its last. */
export type GridRows = {
  main: ReadIndicator[]
  second: ReadIndicator[]
  end: number
  firstColumn: number
}

/** An indicator under merged levels whose name begins like a sum (合计发放人数): it stands in the name column. */
function isNamed(sheet: SheetText, row: number, head: GridHead, label: string): boolean {
  const column = head.columns.level3
  const value = head.columns.value
  if (column === undefined || value === undefined || /^(合计|总分|总计|小计)$/.test(label)) return false
  const before = (sheet.rows[row] ?? []).slice(0, column)
  const cell = sheet.rows[row]?.[column]
  return (
    before.every((each) => each.text === '') &&
    before.some((each) => each.top < row) &&
    cell?.top === row &&
    cell.text !== '' &&
    textAt(sheet, row, value) !== ''
  )
}

/** Whether a row ends the grid: a sum, a note, signatures, or the head of the next form. */
function closes(sheet: SheetText, row: number, head: GridHead): boolean {
  const texts = (sheet.rows[row] ?? [])
    .map((cell, column) => (cell.left === column && cell.top === row ? cell.text : ''))
    .filter((text) => text !== '')
  const first = texts[0]
  if (first === undefined) return false
  const label = plain(first)
  if (isNamed(sheet, row, head, label)) return false
  const role = roleOf(label)
  const mayClose = role === undefined || (role === 'note' && texts.length <= 2)
  if (closing.test(label) && mayClose && (label.length < 14 || texts.length <= 2)) return true
  if (closingText.test(label) && texts.length === 1) return true
  if (/^项目名称[:：]?/.test(label) || /(申报表|目标表|自评表|监控表|评价表)/.test(label)) return true
  return row > head.row && headAt(sheet, row) !== undefined
}

function own(text: string): string | null {
  return nothing.has(plain(text)) ? null : text
}

function weightOf(text: string): number | null {
  const match = /^(-?\d+(?:\.\d+)?)(?:分|%)?$/.exec(plain(text))
  return match ? Number(match[1]) : null
}

/** Operator, value and unit as one text; parts that repeat what the value already says are left away. */
function joinTarget(operator: string, value: string, unit: string): string | null {
  if (plain(value) === '') return null
  const sign =
    nothing.has(plain(operator)) || plain(operator) === '定性' || value.startsWith(operator) ? '' : operator
  const measure = nothing.has(plain(unit)) || plain(value).endsWith(plain(unit)) ? '' : unit
  return `${sign}${value}${measure}`
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

function rowIndicator(
  sheet: SheetText,
  row: number,
  columns: GridHead['columns'],
  levels: Levels,
): ReadIndicator | undefined {
  const at = (role: Role) => {
    const column = columns[role]
    return column === undefined ? '' : textAt(sheet, row, column)
  }
  const nameRole: Role =
    columns.level3 !== undefined ? 'level3' : columns.level2 !== undefined ? 'level2' : 'level1'
  const name = at(nameRole)
  const nameColumn = columns[nameRole] ?? 0
  const cell = sheet.rows[row]?.[nameColumn]
  if (name === '' || (cell && cell.top !== row)) return undefined
  if (placeholder.test(plain(name))) return undefined
  const value = at('value')
  const operator = at('operator')
  const unit = at('unit')
  return {
    level1: levels.level1 || null,
    level2: nameRole === 'level2' ? null : levels.level2 || null,
    level3: name,
    target: joinTarget(operator, value, unit),
    ...partsOf(operator, value, unit),
    weight: weightOf(at('weight')),
    actual: plain(at('actual')) === '' ? null : at('actual'),
    score: plain(at('score')) === '' ? null : at('score'),
    cell: address(row, nameColumn),
  }
}

/** A level cell's own text; '' where the row says nothing new. A section label such as 绩效指标 is no level. */
function levelText(sheet: SheetText, row: number, column: number | undefined): string {
  if (column === undefined) return ''
  const text = textAt(sheet, row, column)
  return /^(年度)?绩效指标(\(\d+分\))?$/.test(plain(text)) ? '' : text
}

/** Reads the indicator rows below a head down to its sum, a note or the next form. */
export function readGrid(sheet: SheetText, head: GridHead): GridRows {
  const { columns, second } = head
  const hasLevel2 = columns.level2 !== undefined && columns.level3 !== undefined
  const rightColumns = {
    ...second,
    ...(second.level2 === undefined ? {} : { level1: columns.level1 }),
  } as GridHead['columns']
  const twoSided = second.level3 !== undefined && second.value !== undefined
  const levels: Levels = { level1: '', level2: '' }
  const rightLevels: Levels = { level1: '', level2: '' }
  const main: ReadIndicator[] = []
  const side: ReadIndicator[] = []
  let row = head.row + head.depth
  for (; row < sheet.rows.length; row++) {
    if (closes(sheet, row, head)) break
    const level1 = levelText(sheet, row, columns.level1)
    if (level1 && level1 !== levels.level1) {
      levels.level1 = level1
      levels.level2 = ''
      rightLevels.level1 = level1
      rightLevels.level2 = ''
    }
    if (hasLevel2) levels.level2 = levelText(sheet, row, columns.level2) || levels.level2
    const indicator = rowIndicator(sheet, row, columns, levels)
    if (indicator) main.push(indicator)
    if (!twoSided) continue
    rightLevels.level2 = levelText(sheet, row, rightColumns.level2) || rightLevels.level2
    const right = rowIndicator(sheet, row, rightColumns, rightLevels)
    if (right) side.push(right)
  }
  const firstColumn = Math.min(...Object.values(columns))
  return twoSided
    ? { main: side, second: main, end: row, firstColumn }
    : { main, second: [], end: row, firstColumn }
}
