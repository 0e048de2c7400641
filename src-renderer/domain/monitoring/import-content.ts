import { filledWith } from '../form-import/filled.ts'
import type { EntryPair } from '../form-import/pairs.ts'
import { importProblem } from '../form-import/problem.ts'
import { addUp, type Fen, formatWanExact } from '../money.ts'
import type { Problem } from '../problem.ts'
import {
  type FundRow,
  fundGroups,
  type IndicatorEntry,
  type Monitoring,
  type MonitoringContent,
} from './monitoring.ts'
import type { ReadEntry, ReadFundRow, ReadMonitoring } from './read-monitoring.ts'

/** What a file would make of a form, and what is doubtful about it. */
export type ImportedContent = { content: MonitoringContent; problems: Problem[] }

/**
 * The form as the file reports it. What is blank in the file stays as it is on the form; the budget comes from the goal
 * and is only filled where the form has none.
 */
export function importedContent(
  read: ReadMonitoring,
  form: Monitoring,
  pairs: readonly EntryPair[],
): ImportedContent {
  const { funds, problems } = importedFunds(read.funds, form.funds)
  const rowOf = new Map(
    pairs.flatMap(({ read: index, entryId }) => (entryId === '' ? [] : [[entryId, index]])),
  )
  const entries = form.entries.map((entry) => {
    const row = read.entries[rowOf.get(entry.id) ?? -1]
    return row ? importedEntry(entry, row) : entry
  })
  const unread = read.entries.filter(({ likelihoodUnread }) => likelihoodUnread !== '')
  for (const { name, likelihoodUnread } of unread)
    problems.push(
      importProblem(
        'likelihood',
        'warning',
        '',
        `“${name}”的完成目标可能性没有认出（${likelihoodUnread}），没有填入。`,
      ),
    )
  const content = {
    funds,
    entries,
    fundsReason: filledWith(form.fundsReason, read.fundsReason),
    measures: filledWith(form.measures, read.measures || notesOf(read.entries)),
    summary: filledWith(form.summary, read.summary),
  }
  return { content, problems }
}

/** 备注 of the national form is where reasons and measures of single indicators stand. */
function notesOf(entries: readonly ReadEntry[]): string {
  return entries
    .filter(({ note }) => note.trim() !== '')
    .map(({ name, note }) => `${name}：${note.trim()}`)
    .join('\n')
}

function importedEntry(entry: IndicatorEntry, row: ReadEntry): IndicatorEntry {
  const isSame =
    row.causes.length === entry.causes.length && row.causes.every((id) => entry.causes.includes(id))
  return {
    ...entry,
    actual: filledWith(entry.actual, row.actual),
    forecast: filledWith(entry.forecast, row.forecast),
    likelihood: row.likelihood === '' ? entry.likelihood : row.likelihood,
    causes: row.causes.length === 0 || isSame ? entry.causes : row.causes,
    causeText: filledWith(entry.causeText, row.causeText),
  }
}

type Column = 'budget' | 'paid' | 'forecast'
const columns: readonly Column[] = ['budget', 'paid', 'forecast']
const columnNames: Readonly<Record<Column, string>> = {
  budget: '预算数',
  paid: '执行数',
  forecast: '全年预计执行数',
}

function importedFunds(
  read: readonly ReadFundRow[],
  before: readonly FundRow[],
): { funds: FundRow[]; problems: Problem[] } {
  const problems: Problem[] = []
  const funds = before.map((row) => ({ ...row }))
  for (const column of columns) {
    const amounts = amountsOf(read, before, column, problems)
    for (const row of funds) {
      const amount = amounts.get(row.group)
      if (amount === undefined) continue
      if (column !== 'budget' || row.budget === null) row[column] = amount
      else if (row.budget !== amount)
        problems.push(
          importProblem(
            'budget-differs',
            'hint',
            'funds',
            `${fundGroups[row.group]}的预算数：表上 ${formatWanExact(amount)} 万元，系统 ${formatWanExact(row.budget)} 万元，以系统为准。`,
          ),
        )
    }
  }
  return { funds, problems }
}

/** The amounts of one column by group. A total alone is that of the one group that has a budget. */
function amountsOf(
  read: readonly ReadFundRow[],
  before: readonly FundRow[],
  column: Column,
  problems: Problem[],
): Map<FundRow['group'], Fen> {
  const filled = read.filter((row) => row[column] !== null)
  const total = filled.find(({ group }) => group === 'total')?.[column] ?? null
  const amounts = new Map<FundRow['group'], Fen>()
  for (const row of filled) {
    if (row.group === 'total' || row.group === '') continue
    amounts.set(row.group, addUp([amounts.get(row.group) ?? null, row[column]]))
  }
  const unknown = filled.filter(({ group }) => group === '')
  for (const { label } of unknown)
    problems.push(importProblem('fund-unknown', 'warning', 'funds', `资金行“${label}”没有认出，没有填入。`))
  if (total === null) return amounts
  if (amounts.size > 0) {
    const sum = addUp([...amounts.values()])
    if (sum !== total && unknown.length === 0)
      problems.push(
        importProblem(
          'sum-differs',
          'warning',
          'funds',
          `${columnNames[column]}：各项合计 ${formatWanExact(sum)} 万元，表上总额 ${formatWanExact(total)} 万元。`,
        ),
      )
    return amounts
  }
  const [only, ...others] = before.filter(({ budget }) => budget !== null && budget !== 0)
  if (only && others.length === 0) return new Map([[only.group, total]])
  if (column !== 'budget')
    problems.push(
      importProblem(
        'total-unsplit',
        'warning',
        'funds',
        `${columnNames[column]}只有总额 ${formatWanExact(total)} 万元，没有分项，没有填入。`,
      ),
    )
  return amounts
}
