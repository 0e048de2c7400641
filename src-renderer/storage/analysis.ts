import { type AnalysisFacts, findingsOf } from '#domain/analysis/analyse'
import type { DismissedFinding, Finding } from '#domain/analysis/finding'
import type { UnitResult } from '#domain/analysis/low-units'
import { type AnalysedGoal, analysed, objectOf } from '#domain/analysis/project'
import { type UnitCost, unitCostsOf } from '#domain/analysis/unit-cost'
import type { SpentGoal } from '#domain/analysis/unspent'
import { treasuryByGoal } from '#domain/execution/totals'
import { isReported } from '#domain/monitoring/flow'
import { unitWithDepartment } from '#domain/unit-names'
import type { Unit, YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { unitsOf } from './base-data.ts'
import { allBooks } from './books.ts'
import { eachForm } from './coverage-tables.ts'
import { db } from './database.ts'
import { executionsOf } from './executions.ts'
import { roundsOf } from './monitorings.ts'
import { eachSlice, type Pause } from './slices.ts'

/** How many years back results of units are looked at, the book's own among them. */
const resultYears = 4

/**
 * The findings of a book, worked out in slices between which `pause` lets the window draw. `isOutgoing` leaves secret
 * projects out altogether: for what leaves this machine.
 */
export async function analysisOf(book: YearBook, pause: Pause, isOutgoing = false): Promise<Finding[]> {
  const facts = await factsOf(book, pause, isOutgoing)
  const steps = findingsOf(facts, rulesOf(book).analysis)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await pause()
  }
}

async function factsOf(book: YearBook, pause: Pause, isOutgoing: boolean): Promise<AnalysisFacts> {
  const books = (await allBooks()).filter(
    ({ year, demo, identity, kit }) =>
      year <= book.year &&
      year > book.year - resultYears &&
      demo === book.demo &&
      !kit &&
      identity.regionCode === book.identity.regionCode,
  )
  const { analysis } = rulesOf(book)
  const goals: AnalysedGoal[] = []
  const costs: UnitCost[] = []
  const results: UnitResult[] = []
  for (const each of [book, ...books.filter(({ id }) => id !== book.id)]) {
    const units = new Map((await unitsOf(each.id)).map((unit) => [unit.id, unit]))
    const secret = new Set<string>()
    await eachSlice(db.goals, each.id, pause, (rows) => {
      for (const goal of rows) {
        if (goal.secret) secret.add(goal.id)
        if (goal.status === 'rejected' || (isOutgoing && goal.secret) || each.year < book.year - 1) continue
        const read = analysed(goal, units.get(goal.unitId))
        goals.push(read)
        if (each.id === book.id && goal.kind === 'project')
          costs.push(...unitCostsOf(objectOf(read), goal.indicators, analysis))
      }
    })
    const found = await resultsOf(each, units, pause)
    results.push(...found.filter(({ goalId }) => !isOutgoing || !secret.has(goalId)))
  }
  const own = goals.filter(({ year }) => year === book.year)
  return { year: book.year, goals, costs, results, ...(await spentOf(book, own, pause)) }
}

async function resultsOf(
  { id, year }: YearBook,
  units: ReadonlyMap<string, Unit>,
  pause: Pause,
): Promise<UnitResult[]> {
  const results: UnitResult[] = []
  const add = (
    { unitId, goalId, name }: { unitId: string; goalId: string; name: string },
    grade: UnitResult['grade'],
    source: UnitResult['source'],
  ) => {
    const { department: unit } = unitWithDepartment(unitId, units)
    if (unit)
      results.push({ ...{ unitCode: unit.code, unitName: unit.name, year, goalId, name, grade, source } })
  }
  await eachSlice(db.selfEvaluations, id, pause, (rows) => {
    for (const form of rows) if (form.frozen && form.frozen.grade !== '') add(form, form.frozen.grade, '自评')
  })
  await eachSlice(db.evaluationTasks, id, pause, (rows) => {
    for (const task of rows)
      if (task.state === 'concluded' && task.frozen)
        add(task, task.frozen.grade, task.level === 'fiscal' ? '财政评价' : '部门评价')
  })
  return results
}

/** Budget and 支出 of the year's goals at the newest month, with the causes of the newest reported form of each. */
async function spentOf(
  book: YearBook,
  goals: readonly AnalysedGoal[],
  pause: Pause,
): Promise<{ spent: SpentGoal[]; month: number }> {
  const rows = await executionsOf(book.id)
  await pause()
  const month = rows.reduce((newest, row) => Math.max(newest, row.month), 0)
  const treasury = treasuryByGoal(rows, month)
  const names = new Map(rulesOf(book).monitoring.causes.map(({ id, name }) => [id, name]))
  const said = new Map<string, { causes: string[]; reason: string }>()
  for (const { id } of await roundsOf(book.id)) {
    await eachForm(book.id, id, pause, (form) => {
      if (!isReported(form.state)) return
      const causes = form.entries.flatMap((entry) => entry.causes.map((cause) => names.get(cause) ?? cause))
      said.set(form.goalId, { causes: [...new Set(causes)], reason: form.fundsReason })
    })
  }
  const spent = goals.flatMap((goal): SpentGoal[] => {
    const money = treasury.get(goal.id)
    if (!money || (goal.kind !== 'project' && goal.kind !== 'policy')) return []
    const budget = money.adjusted ?? money.initial ?? 0
    const { causes, reason } = said.get(goal.id) ?? { causes: [], reason: '' }
    return [{ object: objectOf(goal), budget, paid: money.paid ?? 0, causes, reason }]
  })
  return { spent, month }
}

/** What was put aside in a book, with the reasons. */
export function dismissedOf(bookId: string): Promise<DismissedFinding[]> {
  return db.dismissals.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}
