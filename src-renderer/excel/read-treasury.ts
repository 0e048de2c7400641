import { type ExecutionLine, monthOf, type StatedSum, sourceOf, yearOf } from '#domain/execution/line'
import { type Fen, parseMoney } from '#domain/money'
import { plain } from './cells.ts'
import { headParts, unitOfHead } from './flat-fields.ts'
import type { MoneyUnit } from './funds.ts'
import { projectIn } from './project-code.ts'
import { monthOfHead, type TreasuryField } from './treasury-fields.ts'
import type { TreasuryCells, TreasuryLedger } from './treasury-ledger.ts'
import type { TreasuryMapping } from './treasury-mapping.ts'

export type TreasuryReading = { lines: ExecutionLine[]; sums: StatedSum[] }

/** Where the ledger came from, and the month a person set for it where it does not say one. */
export type TreasuryOrigin = { file: string; month: number | null }

type Amount = { field: TreasuryField; month: number | null; unit: MoneyUnit; column: number }

/** A ledger with its columns sorted out once for all rows. */
type Course = {
  ledger: TreasuryLedger
  origin: TreasuryOrigin
  columnOf: ReadonlyMap<TreasuryField, number>
  amounts: Amount[]
  given: ExecutionLine['given']
}

const nothing = /^[-—–/\\无]*$/
const total = /(合计|小计|总计|共计)[:：]?$/
const note = /^[(（]?(注|备注|说明|制表人?|审核人?|填表人?|单位负责人|打印日期)[)）]?[:：]/

/**
 * The lines of a ledger, read by a mapping, and the sums it states. A unit or project that stands once above its rows
 * holds for all of them; months in columns make a line each, without those in which every amount is empty.
 */
export function readTreasury(
  ledger: TreasuryLedger,
  mapping: TreasuryMapping,
  origin: TreasuryOrigin,
): TreasuryReading {
  const reading: TreasuryReading = { lines: [], sums: [] }
  if (!mapping.isWanted) return reading
  const course = courseOf(ledger, mapping, origin)
  let above = { unitName: ledger.unitName, code: '', name: '' }
  for (const row of ledger.rows) {
    const said = namesIn(row, course)
    if (note.test(plain(row.texts.find((text) => text !== '') ?? '')) || isHeadAgain(row, course)) continue
    const sum = sumName(row, said, course)
    const isProject = said.name !== '' || said.code !== ''
    if (sum === null && isProject) above = { ...said, unitName: said.unitName || above.unitName }
    if (sum === null && !isProject && said.unitName !== '') above = { ...said }
    const amounts = amountsIn(row, course)
    if (amounts.every((each) => each.amount === null && each.text === '')) continue
    // A row that names only its unit stands for the unit as a whole: what its projects add up to.
    const isUnitSum = sum === null && !isProject && said.unitName !== ''
    const names = isProject ? { ...said, unitName: said.unitName || above.unitName } : above
    const lines = linesOf(row, names, amounts, course)
    if (sum !== null || isUnitSum) {
      const name = sum ?? said.unitName
      reading.sums.push(...lines.map((line) => ({ ...line, name })))
    } else if (names.name !== '' || names.code !== '') reading.lines.push(...lines)
  }
  return reading
}

function courseOf(ledger: TreasuryLedger, mapping: TreasuryMapping, origin: TreasuryOrigin): Course {
  const columnOf = new Map<TreasuryField, number>()
  const amounts: Amount[] = []
  for (const [column, field] of mapping.fields.entries()) {
    const head = ledger.heads[column] ?? ''
    const unit = unitOfHead(head) ?? ledger.moneyUnit ?? mapping.moneyUnit
    if (amountTarget(field) === null) columnOf.set(field, column)
    else {
      const month = field === 'ofMonth' ? monthOfHead(headParts(head)) : null
      amounts.push({ field, month, unit, column })
    }
  }
  const isMonthly = mapping.fields.includes('ofMonth')
    ? mapping.ofMonth === 'monthly'
    : mapping.fields.includes('paidMonth')
  return { ledger, origin, columnOf, amounts, given: isMonthly ? 'monthly' : 'cumulative' }
}

type Target = 'initial' | 'adjusted' | 'allocated' | 'stated'

function amountTarget(field: TreasuryField): Target | null {
  if (field === 'initial' || field === 'adjusted' || field === 'allocated') return field
  return field === 'paid' || field === 'paidMonth' || field === 'ofMonth' ? 'stated' : null
}

function textOf(row: TreasuryCells, field: TreasuryField, { columnOf }: Course): string {
  const column = columnOf.get(field)
  return column === undefined ? '' : (row.texts[column] ?? '')
}

function namesIn(row: TreasuryCells, course: Course) {
  const written = projectIn(textOf(row, 'name', course))
  const unitCode = textOf(row, 'unitCode', course)
  const unit = textOf(row, 'unit', course)
  const unitName = unitCode !== '' && unit !== '' && !unit.startsWith(unitCode) ? `${unitCode}-${unit}` : unit
  return { unitName, code: textOf(row, 'code', course) || (written.code ?? ''), name: written.name ?? '' }
}

/** The name of a 合计 or 小计; null for a row that is none. */
function sumName(row: TreasuryCells, said: { name: string; code: string }, course: Course): string | null {
  const texts = [said.name, said.code, textOf(row, 'unit', course), textOf(row, 'source', course)]
  const first = row.texts.find((text) => text !== '') ?? ''
  const found = [...texts, first].map(plain).find((text) => text.length <= 30 && total.test(text))
  return found ?? null
}

function isHeadAgain(row: TreasuryCells, { ledger, columnOf }: Course): boolean {
  const column = columnOf.get('name') ?? columnOf.get('code') ?? -1
  const text = plain(row.texts[column] ?? '')
  return text !== '' && headParts(ledger.heads[column] ?? '').some((part) => plain(part) === text)
}

type Read = Amount & { text: string; amount: Fen | null }

function amountsIn(row: TreasuryCells, { amounts }: Course): Read[] {
  return amounts.map((each) => {
    const text = row.texts[each.column] ?? ''
    return nothing.test(plain(text))
      ? { ...each, text: '', amount: null }
      : { ...each, text, amount: amountOf(text, each.unit) }
  })
}

/** Negative amounts stand with a minus or, as bookkeepers write, in brackets. */
function amountOf(text: string, unit: MoneyUnit): Fen | null {
  const bracketed = /^[(（](.+)[)）]$/.exec(text.trim())?.[1]
  if (bracketed === undefined) return parseMoney(text, unit)
  const amount = parseMoney(bracketed, unit)
  return amount === null || amount <= 0 ? amount : -amount
}

function linesOf(
  row: TreasuryCells,
  names: { unitName: string; code: string; name: string },
  amounts: readonly Read[],
  course: Course,
): ExecutionLine[] {
  const { ledger, origin, given } = course
  const monthText = textOf(row, 'month', course)
  const yearText = textOf(row, 'year', course) || monthText
  const base = {
    ...{ file: origin.file, sheet: ledger.sheet, rowNumber: row.number, ...names, given },
    source: sourceOf(textOf(row, 'source', course)),
    year: yearOf(yearText) ?? ledger.year,
  }
  const whole = amounts.filter(({ field }) => field !== 'ofMonth')
  const months = amounts.filter(({ field, text }) => field === 'ofMonth' && text !== '')
  if (course.amounts.some(({ field }) => field === 'ofMonth')) {
    return months.map((each) => ({ ...base, month: each.month, ...filled([...whole, each]) }))
  }
  const month = monthText === '' ? (origin.month ?? ledger.month) : monthOf(monthText)
  return [{ ...base, month, ...filled(whole) }]
}

function filled(
  amounts: readonly Read[],
): Pick<ExecutionLine, 'initial' | 'adjusted' | 'allocated' | 'stated' | 'unreadable'> {
  const line: ReturnType<typeof filled> = {
    ...{ initial: null, adjusted: null, allocated: null, stated: null, unreadable: [] },
  }
  for (const { field, text, amount } of amounts) {
    const target = amountTarget(field)
    if (target === null || text === '') continue
    if (amount === null) line.unreadable.push({ field: target, text })
    else line[target] = amount
  }
  return line
}
