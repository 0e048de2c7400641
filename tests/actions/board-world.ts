import { createBook } from '#actions/create-book'
import { createGoal } from '#actions/create-goal'
import { deleteGoals } from '#actions/delete-goals'
import { freezeDashboard } from '#actions/freeze-dashboard'
import { matchExecutions } from '#actions/match-executions'
import { openRound } from '#actions/open-round'
import { proposeDisposals } from '#actions/propose-disposals'
import { saveCurve } from '#actions/save-curve'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveMonitoring } from '#actions/save-monitoring'
import { saveOwnRules } from '#actions/save-own-rules'
import { saveUnits } from '#actions/save-units'
import { undoExecutionImport } from '#actions/undo-execution-import'
import { disposalStateList } from '#domain/disposals/flow'
import { AppError } from '#domain/errors'
import { goalStatuses } from '#domain/goals/goal'
import { monitoringStateList } from '#domain/monitoring/flow'
import type { YearBook } from '#domain/year-book'
import { unitsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { disposalsOf } from '#storage/disposals'
import { eraseBooks } from '#storage/erase-books'
import { executionImportsOf, executionsOf } from '#storage/executions'
import { goalsOf } from '#storage/goals'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'
import { candidate } from '../domain/disposals/sample.ts'
import { onceAt } from '../domain/execution/once-at.ts'
import { shownBoard } from '../storage/dashboard-world.ts'
import { reported, wantedRound } from '../storage/monitoring-world.ts'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'
import { importedRows } from './execution-world.ts'

export type World = { book: YearBook; last: YearBook }

const names = ['营养改善计划', '校舍维修', '道路养护', '食堂改造']
const treasurer = acting('treasury')

/** A book of 2026 and one of 2025 beside it, with a few goals, forms and rows of the treasury. */
export async function boardWorld(): Promise<World> {
  await freshDatabase()
  const { book, units } = await freshBook()
  const { identity, rulesId } = book
  const last = await createBook({ year: 2025, identity, rulesId, by })
  const copies = units.map((unit) => ({ ...unit, id: `last-${unit.id}`, bookId: last.id, parentId: '' }))
  await saveUnits(last.id, copies, by)
  // Only what is invented can be erased.
  for (const each of [book, last]) await db.books.update(each.id, { demo: true })
  const world = { book: { ...book, demo: true }, last: { ...last, demo: true } }
  for (const n of [0, 1, 2, 3]) await addGoal(world, n)
  for (const n of [0, 1, 2, 3]) await importRows(world, n)
  await importLastYear(world, 1)
  await issueRound(world, 6)
  await proposeDisposal(world, 0)
  return world
}

function picked<Entry>(list: readonly Entry[], n: number): Entry | undefined {
  return list[n % Math.max(1, list.length)]
}

type Change = {
  table: 'goals' | 'monitorings' | 'disposals'
  id: string | undefined
  to: Record<string, unknown>
}

const actions = {
  goals: 'save-goal-draft',
  monitorings: 'save-monitoring',
  disposals: 'save-disposal',
} as const

/** Writes as the actions do, where a road of many steps would lead to the same record. */
async function change(bookId: string, { table, id, to }: Change): Promise<void> {
  const entry: Entry = { action: actions[table], bookId, summary: '修改' }
  await write(newStamp(by), entry, [table], async (writer) => {
    const record = await db.table(table).get(id ?? '')
    if (record) await writer.put(table, [{ ...record, ...to }])
  })
}

async function addGoal({ book }: World, n: number): Promise<void> {
  const unit = picked(await unitsOf(book.id), n)
  const content = soundContent(unit?.id ?? '', picked(names, n))
  const id = await createGoal(book.id, content.unitId, content.kind, content.book, by)
  await saveGoalDraft(id, 1, content, by)
  if (n % 4 < 3) await change(book.id, { table: 'goals', id, to: { status: 'approved' } })
}

async function changeGoal({ book }: World, n: number): Promise<void> {
  const id = picked(await goalsOf(book.id), n)?.id
  const status = picked(Object.keys(goalStatuses), n)
  const changes = [{ name: picked(names, n) }, { total: n * 100 }, { code: `P${n % 3}` }, { status }]
  await change(book.id, { table: 'goals', id, to: picked(changes, n) ?? {} })
}

async function removeGoal({ book }: World, n: number): Promise<void> {
  const drafts = (await goalsOf(book.id)).filter(({ status }) => status === 'draft')
  const goal = picked(drafts, n)
  if (goal) await deleteGoals([goal.id], by)
}

function linesOf(book: YearBook, n: number) {
  const month = 1 + (n % 12)
  return [0, 1].map((at) => ({
    year: book.year,
    month,
    name: picked(names, n + at) ?? '',
    unitName: at === 0 ? '南江县第一小学' : '南江县教育局',
    source: n % 2 === 0 ? ('general-local' as const) : ('' as const),
    stated: 1000 * (n + at),
    allocated: n % 3 === 0 ? null : 5000,
  }))
}

async function importRows({ book }: World, n: number): Promise<void> {
  await importedRows(book, linesOf(book, n), treasurer)
}

async function importLastYear({ last }: World, n: number): Promise<void> {
  if (await db.books.get(last.id)) await importedRows(last, linesOf(last, n), treasurer)
}

async function undoImport({ book }: World): Promise<void> {
  const record = (await executionImportsOf(book.id)).find(({ undoneAt }) => undoneAt === '')
  if (record) await undoExecutionImport(record.id, treasurer)
}

async function matchRow({ book }: World, n: number): Promise<void> {
  const row = picked(await executionsOf(book.id), n)
  const goal = picked(await goalsOf(book.id), n)
  if (row)
    await matchExecutions(book.id, new Map([[row.line, n % 3 === 0 ? '' : (goal?.id ?? '')]]), treasurer)
}

async function issueRound({ book }: World, n: number): Promise<void> {
  await openRound(book.id, { ...wantedRound, name: `第 ${n} 轮`, month: 1 + (n % 12) }, by)
}

async function formOf({ book }: World, n: number) {
  return picked(await db.monitorings.filter(({ bookId }) => bookId === book.id).toArray(), n)
}

async function fillForm(world: World, n: number): Promise<void> {
  const form = await formOf(world, n)
  if (!form || (form.state !== 'draft' && form.state !== 'returned')) return
  const { funds, entries } = reported(form)
  const written = {
    id: form.id,
    seenRevision: form.revision,
    change: { funds, entries, fundsReason: `${n}` },
  }
  await saveMonitoring([written], acting('unit'))
}

async function moveForm(world: World, n: number): Promise<void> {
  const id = (await formOf(world, n))?.id
  const state = picked(monitoringStateList, n)
  await change(world.book.id, { table: 'monitorings', id, to: { state } })
}

async function drawCurve({ book }: World, n: number): Promise<void> {
  const goal = picked(await goalsOf(book.id), n)
  if (!goal) return
  const known = await db.curves.get(goal.id)
  const points = onceAt(1 + (n % 12))
  const wanted = known && n % 2 === 0 ? null : { template: 'custom' as const, points, reason: '按合同' }
  await saveCurve(goal.id, known?.revision ?? 0, wanted, by)
}

async function proposeDisposal({ book }: World, n: number): Promise<void> {
  const goal = picked(await goalsOf(book.id), n)
  if (!goal) return
  const { id: goalId, unitId, name } = goal
  await proposeDisposals(book.id, [candidate({ goalId, unitId, name, roundId: `r${n}` })], acting('treasury'))
}

async function moveDisposal({ book }: World, n: number): Promise<void> {
  const disposal = picked(await disposalsOf(book.id), n)
  const state = picked(disposalStateList, n)
  await change(book.id, { table: 'disposals', id: disposal?.id, to: { state } })
}

async function changeUnits({ book }: World, n: number): Promise<void> {
  const [first, ...others] = await unitsOf(book.id)
  if (first) await saveUnits(book.id, [{ ...first, name: `南江县教育局${n}` }, ...others], by)
}

async function changeLastUnits({ last }: World, n: number): Promise<void> {
  const [first, ...others] = await unitsOf(last.id)
  if (first) await saveUnits(last.id, [{ ...first, name: n % 2 ? '南江县教育局' : '旧名' }, ...others], by)
}

async function changeRules(world: World, n: number): Promise<void> {
  const numbers = { 'gap-yellow': 11 + (n % 4) }
  const revision = world.book.ownRules?.revision ?? 0
  world.book = await saveOwnRules(world.book.id, revision, { lines: null, numbers }, '按市局通知', by)
}

async function freeze({ book }: World): Promise<void> {
  await freezeDashboard(book.id, await shownBoard(book, by), by)
}

async function eraseLastYear({ last }: World): Promise<void> {
  await eraseBooks([last.id])
}

const acts = {
  ...{ addGoal, changeGoal, removeGoal, drawCurve },
  ...{ importRows, importLastYear, undoImport, matchRow },
  ...{ issueRound, fillForm, moveForm, proposeDisposal, moveDisposal },
  ...{ changeUnits, changeLastUnits, changeRules, freeze, eraseLastYear },
}
export type Act = keyof typeof acts
export const actList = Object.keys(acts) as Act[] // the keys of the table

/** Does something to the books; what is refused has written nothing. */
export async function doIn(world: World, act: Act, n: number): Promise<void> {
  try {
    await acts[act](world, n)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}
