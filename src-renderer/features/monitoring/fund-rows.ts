import { type Fen, formatWanExact, parseMoney } from '#domain/money'
import { type FundRow, fundGroups, type Monitoring } from '#domain/monitoring/monitoring'
import { executionRate, percentText } from '#domain/monitoring/ratio'
import { amountFault } from '#ui/amount-fault'
import type { SheetMark, SheetRow } from '#ui/Sheet.tsx'

/** Columns of the money sheet over several projects. */
const fundKeys = ['project', 'group', 'budget', 'paid', 'rate', 'forecast', 'reason'] as const
type FundKey = (typeof fundKeys)[number]
type Cells = readonly string[]
type Money = Pick<Monitoring, 'id' | 'name' | 'funds' | 'fundsReason'>

const writable = ['budget', 'paid', 'forecast'] as const

function textOf(cells: Cells, key: FundKey): string {
  return cells[fundKeys.indexOf(key)] ?? ''
}

/** An amount in 万元 as a cell holds it; undefined where it is none. */
function readAmount(text: string): Fen | null | undefined {
  if (text.trim() === '') return null
  return parseMoney(text, '万元') ?? undefined
}

function rateText(budget: Fen | null | undefined, paid: Fen | null | undefined): string {
  const rate = executionRate({ budget: budget ?? null, paid: paid ?? null })
  return rate ? percentText(rate) : ''
}

/** Groups that a project has money in; general where it has none yet. */
function groupsOf({ funds }: Money): FundRow[] {
  const filled = funds.filter((row) => writable.some((key) => row[key] !== null))
  return filled.length > 0 ? filled : funds.filter(({ group }) => group === 'general')
}

/** The money of forms as rows of texts, a row for each source that has some; the first of a form says why it is late. */
export function rowsOfFunds(forms: readonly Money[]): SheetRow[] {
  return forms.flatMap((form) =>
    groupsOf(form).map((row, index) => ({
      id: `${form.id}/${row.group}`,
      cells: [
        form.name,
        fundGroups[row.group],
        formatWanExact(row.budget),
        formatWanExact(row.paid),
        rateText(row.budget, row.paid),
        formatWanExact(row.forecast),
        index === 0 ? form.fundsReason : '',
      ],
    })),
  )
}

/** Puts a written row in order: amounts in 万元, and the rate that follows from them. */
export function settleFunds(cells: Cells, changed: readonly number[]): Cells {
  const next = [...cells]
  for (const at of changed) {
    if (at === fundKeys.indexOf('reason')) continue
    const amount = readAmount(next[at] ?? '')
    if (amount !== undefined) next[at] = formatWanExact(amount)
  }
  next[fundKeys.indexOf('rate')] = rateText(
    readAmount(textOf(next, 'budget')),
    readAmount(textOf(next, 'paid')),
  )
  return next
}

/** The money of a form with what stands in its rows; what is no amount is not kept. */
export function fundsOfRows(form: Money, rows: readonly SheetRow[]): FundRow[] {
  const byId = new Map(rows.map((row) => [row.id, row.cells]))
  return form.funds.map((row) => {
    const cells = byId.get(`${form.id}/${row.group}`)
    if (!cells) return row
    const amount = (key: (typeof writable)[number]) => {
      const read = readAmount(textOf(cells, key))
      return read === undefined ? row[key] : read
    }
    return { group: row.group, budget: amount('budget'), paid: amount('paid'), forecast: amount('forecast') }
  })
}

/** Why a form's money is late, as its first row says it. */
export function reasonOfRows(form: Money, rows: readonly SheetRow[]): string {
  const [first] = groupsOf(form)
  const row = rows.find(({ id }) => id === `${form.id}/${first?.group}`)
  return row ? textOf(row.cells, 'reason').trim() : form.fundsReason
}

/** The rows with the year's forecast at its budget where it stands empty. */
export function withForecasts(rows: readonly SheetRow[]): SheetRow[] {
  return rows.map((row) => {
    if (textOf(row.cells, 'forecast').trim() !== '') return row
    return { ...row, cells: row.cells.with(fundKeys.indexOf('forecast'), textOf(row.cells, 'budget')) }
  })
}

/** Why a cell is not kept; null where it is. `isFirst`: the row is the first of its project. */
export function unreadAmount(row: SheetRow, column: string, isFirst = true): SheetMark | null {
  if (column === 'reason' && textOf(row.cells, 'reason').trim() !== '' && !isFirst)
    return { severity: 'error', text: '原因写在这个项目的第一行；这一格没有保存' }
  const key = writable.find((each) => each === column)
  if (!key || readAmount(textOf(row.cells, key)) !== undefined) return null
  return { severity: 'error', text: amountFault(textOf(row.cells, key)) }
}

export function sameFunds(one: readonly FundRow[], other: readonly FundRow[]): boolean {
  const key = ({ group, budget, paid, forecast }: FundRow) => `${group} ${budget} ${paid} ${forecast}`
  return one.map(key).join() === other.map(key).join()
}
