import type { ReadFault, ReadForm } from '#domain/goals/read-form'
import { grouped } from '#domain/grouped'
import { addUp, parseMoney } from '#domain/money'
import { type LedgerField, moneyLabels, unitOfHead } from './flat-fields.ts'
import { listedIndicators } from './flat-indicators.ts'
import type { FlatLedger, LedgerCell } from './flat-ledger.ts'
import type { FlatMapping } from './flat-mapping.ts'

type Texts = Partial<Record<LedgerField, LedgerCell>>

const nothing = /^[-—–/\\无]*$/
const sum = /(合计|小计|总计|共计|累计)[:：]?(\(.*\))?$/
const note =
  /^([(（]?(注|备注|说明|填表说明|填报说明|制表人?|审核人?|填表人?|填报人|填报单位|单位负责人)[)）]?[:：]|注\d)/
const groupHead = /^[(（]?[一二三四五六七八九十]+[)）]?[、.．]\s*/
/** Columns in which a sum row says so. */
const naming: readonly LedgerField[] = ['ignore', 'project', 'code', 'unit', 'unitCode', 'department']
/** Columns without which a row that names no project is no row of a project. */
const telling: readonly LedgerField[] = ['code', 'annualGoal', 'indicators', 'overview', 'basis']

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

/** One reading of a ledger: what holds on from row to row. */
type Course = {
  ledger: FlatLedger
  mapping: FlatMapping
  faultAt: ReadonlyMap<string | null, ReadFault[]>
  /** Money is counted once, even where a cell was merged over several projects. */
  counted: Set<string>
}

/** Texts of a row by field; columns of one field follow one another. */
function textsOf(row: readonly LedgerCell[], mapping: FlatMapping): Texts {
  const texts: Texts = {}
  for (const [column, cell] of row.entries()) {
    const field = mapping.fields[column] ?? 'ignore'
    if (field === 'ignore' || cell.text === '') continue
    const before = texts[field]
    if (before?.cell === cell.cell) continue
    texts[field] = before ? { text: `${before.text}\n${cell.text}`, cell: before.cell } : { ...cell }
  }
  return texts
}

function isSum(row: readonly LedgerCell[], mapping: FlatMapping): boolean {
  return row.some(({ text }, column) => {
    const key = squeezed(text)
    return naming.includes(mapping.fields[column] ?? 'ignore') && key.length <= 20 && sum.test(key)
  })
}

function isHeadAgain(row: readonly LedgerCell[], { ledger, mapping }: Course): boolean {
  const column = mapping.fields.indexOf('project')
  const text = squeezed(row[column]?.text ?? '')
  return text !== '' && ledger.heads[column]?.split(' · ').some((part) => squeezed(part) === text) === true
}

function hasMoney(texts: Texts): boolean {
  return Object.keys(texts).some((field) => Object.hasOwn(moneyLabels, field))
}

function readMoney(form: ReadForm, row: readonly LedgerCell[], course: Course): void {
  const { ledger, mapping } = course
  for (const [column, { text, cell }] of row.entries()) {
    const label = moneyLabels[mapping.fields[column] ?? 'ignore']
    if (label === undefined || nothing.test(squeezed(text))) continue
    if (course.counted.has(cell)) {
      const isOwn = form.funds.some((line) => line.cell === cell)
      if (!isOwn) form.faults.push({ cell, code: 'amount-shared', message: sharedText })
      continue
    }
    course.counted.add(cell)
    const unit = unitOfHead(ledger.heads[column] ?? '') ?? ledger.moneyUnit ?? mapping.moneyUnit
    const amount = parseMoney(text, unit)
    if (amount === null) form.faults.push({ cell, code: 'amount-unreadable', message: amountText(text) })
    else form.funds.push({ label, amount, cell })
  }
}

const sharedText = '金额与上面的项目合并在一格，不能分清各是多少；请拆开分别填写'

function amountText(text: string): string {
  return `“${text.slice(0, 20)}”不是一个金额，没有读取；请改为数字`
}

function newForm(row: readonly LedgerCell[], texts: Texts, course: Course): ReadForm {
  const { ledger } = course
  const unit = texts.unit?.text ?? ledger.unit ?? texts.department?.text ?? ledger.department
  const code = texts.unitCode?.text ?? ''
  return {
    sheet: ledger.sheet,
    kind: ledger.kind,
    year: /20\d{2}/.exec(texts.year?.text ?? '')?.[0] ?? ledger.year,
    department: texts.department?.text ?? ledger.department ?? unit,
    unit: code !== '' && unit && !unit.startsWith(code) ? `${code}-${unit}` : unit,
    project: texts.project?.text ?? null,
    code: texts.code?.text ?? null,
    funds: [],
    total: null,
    goals: { annual: [], longTerm: '' },
    fields: {},
    tasks: [],
    indicators: [],
    longTermIndicators: [],
    faults: [],
    range: `${row[0]?.cell ?? ''}:${row.at(-1)?.cell ?? ''}`,
  }
}

/** Adds what a row says to the form of its project; a cell merged over several rows of it counts once. */
function readRow(
  form: ReadForm,
  row: readonly LedgerCell[],
  texts: Texts,
  course: Course,
  seen: Set<string>,
): void {
  readMoney(form, row, course)
  for (const [column, { text, cell }] of row.entries()) {
    const field = course.mapping.fields[column] ?? 'ignore'
    if (field === 'ignore' || seen.has(cell)) continue
    form.faults.push(...(course.faultAt.get(cell) ?? []))
    if (text === '') continue
    seen.add(cell)
    if (field === 'indicators')
      form.indicators.push(...listedIndicators(text, course.ledger.heads[column] ?? '', cell))
    else if (field === 'annualGoal') form.goals.annual.push(text)
    else if (field === 'longTermGoal') form.goals.longTerm += `${form.goals.longTerm && '\n'}${text}`
  }
  for (const [field, found] of Object.entries(texts)) form.fields[field] ??= found
}

function finished(form: ReadForm): ReadForm {
  const totals = form.funds.filter((line) => line.label === moneyLabels.total)
  return { ...form, total: totals.length > 0 ? addUp(totals.map((line) => line.amount)) : null }
}

/** Whether the row goes on with the project above: one merged name, or the same name with more goals and no money. */
function continues(texts: Texts, last: ReadForm | undefined, unit: string | null): boolean {
  if (!last) return false
  if (!texts.project)
    return !texts.code && !hasMoney(texts) && (texts.indicators ?? texts.annualGoal) !== undefined
  if (texts.project.cell === last.fields.project?.cell) return true
  return texts.project.text === last.project && unit === (last.fields.unit?.text ?? null) && !hasMoney(texts)
}

/**
 * The projects of a ledger as forms, read by a mapping. Sums, repeated heads, group lines and notes are left out; a
 * unit that stands once above its projects holds for all of them.
 */
export function readFlat(ledger: FlatLedger, mapping: FlatMapping): ReadForm[] {
  if (!mapping.isWanted) return []
  const faultAt = grouped(ledger.faults, ({ cell }) => cell)
  const course: Course = { ledger, mapping, faultAt, counted: new Set() }
  const forms: ReadForm[] = []
  let seen = new Set<string>()
  let above: Texts = {}
  for (const row of ledger.rows) {
    const texts = textsOf(row, mapping)
    if (isSum(row, mapping) || isHeadAgain(row, course)) continue
    if (row.some(({ text }) => note.test(squeezed(text)))) continue
    const group = groupName(texts)
    if (group) {
      above = { unit: group }
      continue
    }
    // A new department ends the unit above it.
    const held = texts.department && texts.department.text !== above.department?.text ? {} : above
    for (const field of ['department', 'unit', 'unitCode'] as const) {
      const found = texts[field] ?? (field === 'unitCode' && texts.unit ? undefined : held[field])
      if (found) texts[field] = found
    }
    above = { ...texts }
    const last = forms.at(-1)
    if (last && continues(texts, last, texts.unit?.text ?? null)) {
      readRow(last, row, texts, course, seen)
      continue
    }
    if (!texts.project && !telling.some((field) => texts[field])) continue
    const form = newForm(row, texts, course)
    seen = new Set()
    readRow(form, row, texts, course, seen)
    forms.push(form)
  }
  return forms.map(finished)
}

/** The first rows that hold a project, for a person to compare with the heads. */
export function sampleRows(ledger: FlatLedger, mapping: FlatMapping, count: number): LedgerCell[][] {
  const column = mapping.fields.indexOf('project')
  const rows = ledger.rows.filter((row) => !isSum(row, mapping))
  const named = rows.filter((row) => column < 0 || row[column]?.text !== '')
  return named.slice(0, count)
}

/** `一、县教育局` with nothing but sums beside it heads the projects of a unit. */
function groupName(texts: Texts): LedgerCell | null {
  const fields = Object.keys(texts).filter((field) => !Object.hasOwn(moneyLabels, field))
  const only = texts.project ?? texts.unit
  if (!only || fields.length !== 1 || !groupHead.test(only.text)) return null
  return { text: only.text.replace(groupHead, ''), cell: only.cell }
}
