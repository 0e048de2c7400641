import { type Goal, type Indicator, targetText } from '#domain/goals/goal'
import { formatWeight, parseWeight } from '#domain/goals/weights'
import { nameKey } from '#domain/library/indicator'
import { canonicalLevels } from '#domain/rules/levels'
import { parseOperator, parseTarget } from '#domain/target'
import type { YearRules } from '#domain/year-rules'
import type { SheetMark } from '#ui/Sheet.tsx'

/** Columns of the indicator sheet in the order of the form; the two years are read-only. */
export const indicatorKeys = [
  'level1',
  'level2',
  'name',
  'operator',
  'value',
  'unit',
  'weight',
  'previous',
  'earlier',
  'longTermTarget',
  'basis',
  'method',
  'source',
  'scoring',
  'note',
] as const
export type IndicatorKey = (typeof indicatorKeys)[number]
type TextKey = Exclude<IndicatorKey, 'weight' | 'operator' | 'previous' | 'earlier'>

export type Row = { readonly id: string; readonly cells: readonly string[] }
type Cells = readonly string[]

export function columnOf(key: IndicatorKey): number {
  return indicatorKeys.indexOf(key)
}

function textOf(cells: Cells, key: IndicatorKey): string {
  return cells[columnOf(key)] ?? ''
}

/** Fills the two year columns of a row: the same indicator by name last year and the year before. */
export function yearFiller(previous: Goal | null, earlier: Goal | null): (cells: Cells) => Cells {
  const last = targetsByName(previous)
  const before = targetsByName(earlier)
  return (cells) => {
    const key = nameKey(textOf(cells, 'name'))
    return cells
      .with(columnOf('previous'), last.get(key) ?? '')
      .with(columnOf('earlier'), before.get(key) ?? '')
  }
}

/** A form's indicators as rows of texts. */
export function rowsOfIndicators(
  indicators: readonly Indicator[],
  previous: Goal | null,
  earlier: Goal | null,
): Row[] {
  const fill = yearFiller(previous, earlier)
  return indicators.map((indicator) => ({
    id: indicator.id,
    cells: fill(
      indicatorKeys.map((key) => {
        if (key === 'weight') return formatWeight(indicator.weight)
        return key === 'previous' || key === 'earlier' ? '' : indicator[key]
      }),
    ),
  }))
}

function targetsByName(goal: Goal | null): Map<string, string> {
  return new Map(
    (goal?.indicators ?? [])
      .filter((indicator) => nameKey(indicator.name) !== '')
      .map((indicator) => [nameKey(indicator.name), targetText(indicator)]),
  )
}

/**
 * The rows back as indicators; rows without any text are no indicators. Where a cell cannot be read, what was kept before
 * stays.
 */
export function indicatorsOfRows(rows: readonly Row[], before: readonly Indicator[] = []): Indicator[] {
  const kept = new Map(before.map((indicator) => [indicator.id, indicator]))
  return rows.filter((row) => hasText(row.cells)).map((row) => indicatorOf(row, kept.get(row.id)))
}

function hasText(cells: Cells): boolean {
  return cells.some(
    (text, at) => text.trim() !== '' && at !== columnOf('previous') && at !== columnOf('earlier'),
  )
}

function indicatorOf({ id, cells }: Row, kept: Indicator | undefined): Indicator {
  const text = (key: TextKey) => textOf(cells, key)
  return {
    id,
    level1: text('level1'),
    level2: text('level2'),
    name: text('name'),
    operator: operatorOf(textOf(cells, 'operator')) ?? kept?.operator ?? '',
    value: text('value'),
    unit: text('unit'),
    weight: weightOf(textOf(cells, 'weight'), kept?.weight ?? null),
    longTermTarget: text('longTermTarget'),
    basis: text('basis'),
    method: text('method'),
    source: text('source'),
    scoring: text('scoring'),
    note: text('note'),
  }
}

function weightOf(text: string, kept: number | null): number | null {
  return text.trim() === '' ? null : (parseWeight(text) ?? kept)
}

/** The sign a cell names: the list's own words, or as published forms write them; null when it names none. */
function operatorOf(text: string): Indicator['operator'] | null {
  if (text.trim() === '') return ''
  return parseOperator(text) || null
}

/** Puts a row in order after an entry: names of the frame, signs, `≥95％` split into sign, value and unit. */
export function settleIndicator(cells: Cells, changed: readonly number[], rules: YearRules): Cells {
  const next = [...cells]
  const wrote = (key: IndicatorKey) => changed.includes(columnOf(key))
  const put = (key: IndicatorKey, text: string) => {
    next[columnOf(key)] = text
  }
  for (const at of changed) next[at] = (next[at] ?? '').trim()
  if (wrote('level1') || wrote('level2')) {
    const levels = canonicalLevels(textOf(next, 'level1'), textOf(next, 'level2'), rules)
    put('level1', levels.level1)
    put('level2', levels.level2)
  }
  // Pasted together with a blank 指标值 and 单位 it says all the same what belongs there.
  const isAlone = !wrote('value') || (textOf(next, 'value') === '' && textOf(next, 'unit') === '')
  const whole = wrote('operator') && isAlone ? parseTarget(textOf(next, 'operator')) : null
  if (whole && whole.operator !== '' && whole.value !== '') {
    // `≥95%` in 性质 is the whole target.
    put('operator', whole.operator)
    put('value', whole.value)
    put('unit', whole.unit)
  } else if (wrote('operator'))
    put('operator', operatorOf(textOf(next, 'operator')) ?? textOf(next, 'operator'))
  if (wrote('value')) splitValue(next, wrote('operator'), wrote('unit'), put)
  if (wrote('weight')) {
    const weight = parseWeight(textOf(next, 'weight'))
    if (weight !== null) put('weight', formatWeight(weight))
  }
  if (wrote('unit')) put('unit', textOf(next, 'unit').replace('％', '%'))
  return next
}

function splitValue(
  cells: Cells,
  hasOperator: boolean,
  hasUnit: boolean,
  put: (key: IndicatorKey, text: string) => void,
): void {
  const target = parseTarget(textOf(cells, 'value'))
  const isNumber =
    /^-?\d/.test(target.value) && (target.operator !== '' || target.unit !== '' || isPlain(target.value))
  if (!isNumber) return
  // A column of its own says more than what stands in the value.
  const unitTold = hasUnit && textOf(cells, 'unit') !== ''
  if (unitTold && target.unit !== '' && target.unit !== textOf(cells, 'unit').normalize('NFKC')) return
  put('value', target.value)
  const operatorTold = hasOperator && textOf(cells, 'operator') !== ''
  if (target.operator !== '' && !operatorTold) put('operator', target.operator)
  if (target.unit !== '' && !unitTold) put('unit', target.unit)
}

function isPlain(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text)
}

export type Unread = { rowId: string; column: IndicatorKey; text: string; why: string }

/** Why a cell says something the form has no place for: it stays on the screen, but is not in the record. */
export function unreadMark({ cells }: Row, column: string): SheetMark | null {
  if (column === 'weight' && textOf(cells, 'weight') !== '' && parseWeight(textOf(cells, 'weight')) === null)
    return { severity: 'error', text: '权重应为数字，最多两位小数；这一格没有保存' }
  if (column === 'operator' && operatorOf(textOf(cells, 'operator')) === null)
    return { severity: 'error', text: '性质应为 =、≥、≤、>、< 或 定性；这一格没有保存' }
  return null
}

function unreadCells(rows: readonly Row[]): Unread[] {
  return rows.flatMap((row) =>
    indicatorKeys.flatMap((column) => {
      const mark = unreadMark(row, column)
      return mark ? [{ rowId: row.id, column, text: textOf(row.cells, column), why: mark.text }] : []
    }),
  )
}

/** In the columns of a paste, after it, also what could be kept, but not understood: a level outside the frame, a value in several numbers. */
export function unreadAfterPaste(
  rows: readonly Row[],
  columns: readonly string[],
  rules: YearRules,
): Unread[] {
  const levels = rows.flatMap((row): Unread[] => {
    const level1 = textOf(row.cells, 'level1')
    const known = level1 === '' || rules.frame.some((level) => level.name === level1)
    if (known) return []
    return [
      { rowId: row.id, column: 'level1', text: level1, why: '不是本年度体例中的一级指标，已按原文保留' },
    ]
  })
  const values = rows.flatMap((row): Unread[] => {
    const value = textOf(row.cells, 'value')
    const unsplit = /\d/.test(value) && !isPlain(value) && textOf(row.cells, 'operator') !== '定性'
    return unsplit
      ? [{ rowId: row.id, column: 'value', text: value, why: '没有拆成性质、数值和单位，已按原文保留' }]
      : []
  })
  return [...unreadCells(rows), ...levels, ...values].filter(({ column }) => columns.includes(column))
}
