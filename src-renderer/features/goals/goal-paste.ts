import { parseOperator, parseTarget } from '#domain/target'
import { columnOf, type IndicatorKey, indicatorKeys } from './goal-indicator-rows.ts'

/** Heads of indicator tables as published forms write them. */
const heads: readonly [RegExp, IndicatorKey | 'target'][] = [
  [/^一级指标$/, 'level1'],
  [/^二级指标$/, 'level2'],
  [/^(三级指标|指标名称|指标内容)$/, 'name'],
  [/^(指标性质|性质|运算符号?)$/, 'operator'],
  [/^(年度)?(绩效)?(指标值|目标值)(\(包含数字及文字描述\))?$/, 'target'],
  [/^(计量|度量|数值)?单位$/, 'unit'],
  [/^(指标)?(权重|权数|分值|分值权重|权重分值)(\((%|分|分值|权重|权重%)\))?$/, 'weight'],
  [/^(中?长期)(指标值|目标值)?$/, 'longTermTarget'],
  [/^(指标值设定)?依据$/, 'basis'],
  [/^(取值|计算)方[式法]$/, 'method'],
  [/^(完成值)?数据来源$/, 'source'],
  [/^评分(规则|标准)$/, 'scoring'],
  [/^(备注|说明)$/, 'note'],
]

type Block = string[][]

type Fitted = { block: Block; col: number; unplaced: string[] }

/** Fits a copied block to the sheet: by its own head when it has one, else by what stands in its columns. */
export function arrangePaste(whole: Block, col: number): Fitted & { skipped: number } {
  // One cell alone is meant as it stands.
  const block = whole.length > 1 ? whole.filter((row) => !isSumRow(row)) : whole
  return { ...fittedPaste(block, col), skipped: whole.length - block.length }
}

/** 合计 of the table: what the sheet adds up itself. */
function isSumRow(row: readonly string[]): boolean {
  const first = row.map((text) => text.normalize('NFKC').replace(/\s/g, '')).find((text) => text !== '')
  return /^(合计|小计|总计)(:|\(.*\))?$/.test(first ?? '')
}

function fittedPaste(block: Block, col: number): Fitted {
  const first = block[0] ?? []
  const named = first.map(headOf)
  const known = named.filter((key) => key !== null)
  if (block.length > 1 && known.length >= 2 && new Set(known).size === known.length) {
    const rows = block.slice(1)
    return {
      block: filledLevels(
        rows.map((row) => byHead(row, named)),
        0,
      ),
      col: 0,
      unplaced: first.filter((_, at) => named[at] === null && saysMore(rows, at)).map((text) => text.trim()),
    }
  }
  const fitted = withTargetSplit(block, col)
  return { block: filledLevels(fitted, col), col, unplaced: [] }
}

/** Whether a column is more than the blanks of a merged head, or the numbers of its rows. */
function saysMore(rows: Block, column: number): boolean {
  return rows.some((row, at) => !['', String(at + 1)].includes((row[column] ?? '').trim()))
}

function headOf(text: string): IndicatorKey | 'target' | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return heads.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

function byHead(row: readonly string[], named: readonly (IndicatorKey | 'target' | null)[]): string[] {
  const cells = indicatorKeys.map(() => '')
  for (const [at, key] of named.entries()) {
    if (key === null) continue
    cells[columnOf(key === 'target' ? 'value' : key)] = row[at] ?? ''
  }
  return cells
}

/**
 * A block whose target is one column (`≥95%`) lies over 性质, 指标值, 单位: that column takes the place of three. One that
 * brings the three, the last two of them blank, stays: each row is split where it lies.
 */
function withTargetSplit(block: Block, col: number): Block {
  const at = columnOf('operator') - col
  const width = block[0]?.length ?? 0
  if (at < 0 || at >= width) return block
  const isBlank = (column: number) => block.every((row) => row[column]?.trim() === '')
  if (isBlank(at + 1) && isBlank(at + 2)) return block
  const texts = block.map((row) => (row[at] ?? '').trim()).filter((text) => text !== '')
  const targets = texts.filter((text) => parseOperator(text) === '')
  if (texts.length === 0 || targets.length * 2 <= texts.length) return block
  return block.map((row) => {
    const target = parseTarget(row[at] ?? '')
    return [...row.slice(0, at), target.operator, target.value, target.unit, ...row.slice(at + 1)]
  })
}

/** Merged cells come as one text and blanks below it: levels are repeated, as every row must stand by itself. */
function filledLevels(block: Block, col: number): Block {
  const [one, two, name] = [columnOf('level1') - col, columnOf('level2') - col, columnOf('name') - col]
  let above = { one: '', two: '' }
  return block.map((row) => {
    const cells = [...row]
    if (name < 0 || (cells[name] ?? '').trim() === '') return cells
    if (one >= 0 && (cells[one] ?? '').trim() !== '') above = { one: cells[one] ?? '', two: '' }
    if (two >= 0 && (cells[two] ?? '').trim() !== '') above = { ...above, two: cells[two] ?? '' }
    if (one >= 0 && one < cells.length) cells[one] = above.one
    if (two >= 0 && two < cells.length) cells[two] = above.two
    return cells
  })
}
