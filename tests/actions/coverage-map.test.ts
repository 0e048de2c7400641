import { beforeAll, describe, expect, it } from 'vitest'
import { standingAt } from '#domain/coverage-map/lines'
import { countsAs } from '#domain/coverage-map/reasons'
import { type Stage, stageList } from '#domain/coverage-map/stages'
import { cellOf } from '#domain/coverage-map/sums'
import type { ObjectKind } from '#domain/goals/goal'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { analysisOf } from '#storage/analysis'
import { applicationCandidates } from '#storage/applications'
import { allBooks } from '#storage/books'
import { type CoverageSums, coverageLines, coverageOfBooks, freshCoverage } from '#storage/coverage-map'
import { db } from '#storage/database'
import { demoWorld } from '../storage/demo-world.ts'

const thisYear = 2026
const pause = () => Promise.resolve()

type Counted = { done: number; due: number; doneMoney: number; dueMoney: number }
const books = new Map<number, YearBook>()
const maps = new Map<number, CoverageSums>()

beforeAll(async () => {
  await demoWorld()
  for (const book of await allBooks()) {
    books.set(book.year, book)
    maps.set(book.year, await freshCoverage(book, thisYear, pause))
  }
}, 120_000)

function bookOf(year: number): YearBook {
  const book = books.get(year)
  if (!book) throw new Error(`no demo book of ${year}`)
  return book
}

function mapped(year: number, stage: Stage, kind: ObjectKind): Counted {
  const { done, due } = cellOf(maps.get(year)?.groups ?? [], stage, { kind, book: '', units: null })
  return { done: done.count, due: due.count, doneMoney: done.money, dueMoney: due.money }
}

/** Counted by hand: plain loops over the tables, which share nothing with the code of the map. */
async function byHand(year: number, stage: Stage, kind: ObjectKind): Promise<Counted> {
  const { id } = bookOf(year)
  const counted = { done: 0, due: 0, doneMoney: 0, dueMoney: 0 }
  const count = (isDone: boolean, money: number | null) => {
    counted.due += 1
    counted.dueMoney += money ?? 0
    if (isDone) {
      counted.done += 1
      counted.doneMoney += money ?? 0
    }
  }
  const goals = (await db.goals.toArray()).filter((goal) => goal.bookId === id && goal.kind === kind)
  const units = (await db.units.toArray()).filter((unit) => unit.bookId === id)
  if (stage === 'goal') {
    for (const goal of goals) if (goal.status !== 'rejected') count(goal.status === 'approved', goal.total)
    if (kind === 'department')
      for (const unit of units)
        if (unit.parentId === '' && !goals.some((goal) => goal.unitId === unit.id)) count(false, null)
  }
  if (stage === 'monitoring') {
    const forms = (await db.monitorings.toArray()).filter((form) => form.bookId === id)
    const hasRound = (await db.rounds.toArray()).some((round) => round.bookId === id)
    for (const goal of goals) {
      const own = forms.filter((form) => form.goalId === goal.id)
      if (goal.status === 'rejected' || (goal.status !== 'approved' && own.length === 0)) continue
      if (own.length > 0 && own.every((form) => form.state === 'exempt')) continue
      const asked = own.filter((form) => form.state !== 'exempt')
      const isDone = asked.every((form) => ['submitted', 'passed', 'accepted'].includes(form.state))
      count(hasRound && asked.length > 0 && isDone, goal.total)
    }
  }
  if (stage === 'self') {
    const forms = (await db.selfEvaluations.toArray()).filter((form) => form.bookId === id)
    if (forms.length === 0 && year >= thisYear) return counted
    for (const goal of goals) {
      const own = forms.find((form) => form.goalId === goal.id)
      if (goal.status !== 'approved' && !own) continue
      count(own !== undefined && own.state !== 'draft' && own.state !== 'returned', goal.total)
    }
  }
  return counted
}

describe.each([2026, 2025, 2024])('the map of the demo book of %s', (year) => {
  it.each([
    ['goal', 'department'],
    ['goal', 'policy'],
    ['goal', 'project'],
    ['monitoring', 'department'],
    ['monitoring', 'project'],
    ['self', 'department'],
    ['self', 'policy'],
    ['self', 'project'],
  ] as const)('counts %s of %s as one does by hand, in number and money', async (stage, kind) => {
    expect(mapped(year, stage, kind)).toEqual(await byHand(year, stage, kind))
  })

  it('counts what was assessed beforehand as the tables have it', async () => {
    const { id } = bookOf(year)
    const assessed = (await db.assessments.toArray()).filter((each) => each.bookId === id)
    const concluded = new Set(
      assessed.filter(({ state }) => state === 'concluded').map(({ goalId }) => goalId),
    )
    const sum = (['policy', 'project'] as const).reduce(
      (all, kind) => all + mapped(year, 'assessment', kind).done,
      0,
    )
    expect(sum).toBe(concluded.size)
  })

  it('asks nothing of a kind that the founding document does not name for a stage', () => {
    expect(mapped(year, 'monitoring', 'policy').due).toBe(0)
    expect(mapped(year, 'goal', 'government').due).toBe(0)
    expect(mapped(year, 'assessment', 'department').due).toBe(0)
  })

  it('has sums that are those of its lines', async () => {
    const lines = await coverageLines(bookOf(year).id)
    for (const stage of stageList) {
      const due = lines.filter((line) => countsAs(standingAt(line, stage).reason) !== 'outside')
      const cell = cellOf(maps.get(year)?.groups ?? [], stage, { kind: '', book: '', units: null })
      expect(cell.due.count).toBe(due.length)
    }
  })
})

it('counts what the bureau concluded in the finished year', async () => {
  const { id } = bookOf(2025)
  const tasks = (await db.evaluationTasks.toArray()).filter((task) => task.bookId === id)
  const concluded = tasks.filter(
    ({ state, level, scope, kind }) => state === 'concluded' && level === 'fiscal' && scope === kind,
  )
  const lines = await coverageLines(id)
  const done = lines.filter((line) => standingAt(line, 'evaluation').reason === 'done')
  const open = lines.filter((line) => standingAt(line, 'evaluation').reason === 'evaluation-open')
  const running = tasks.filter(
    ({ state, level, scope, kind }) =>
      !['concluded', 'stopped'].includes(state) && level === 'fiscal' && scope === kind,
  )
  expect(done.map(({ kind }) => kind).toSorted()).toEqual(concluded.map(({ kind }) => kind).toSorted())
  expect(open).toHaveLength(running.length)
})

it('counts 结果应用 as one does by hand: what is kept and not dropped, and what the rules call for', async () => {
  const book = bookOf(2025)
  const kept = (await db.applications.toArray()).filter((each) => each.bookId === book.id)
  const open = kept.filter(({ state }) => state !== 'closed' && state !== 'dropped')
  const called = (await applicationCandidates(book, '', rulesOf(book))).filter(
    ({ ground, source }) =>
      ground.calls && !kept.some((each) => each.source.kind === source.kind && each.source.id === source.id),
  )
  const waiting = new Set([...open, ...called].map(({ goalId, objectId }) => goalId || objectId))
  const tasks = (await db.evaluationTasks.toArray()).filter((task) => task.bookId === book.id)
  const lines = await coverageLines(book.id)
  const holes = lines.filter((line) => standingAt(line, 'application').reason === 'step-open')
  const known = new Set(lines.flatMap(({ id, goalId }) => [id, goalId]))
  const expected = [...waiting].filter((id) => known.has(id) || tasks.some((task) => task.id === id))
  expect(holes.length).toBeGreaterThan(0)
  expect(holes).toHaveLength(expected.length)
})

it('is known until something is written in the book, then marked as stale', async () => {
  const book = bookOf(2026)
  expect((await coverageOfBooks([book], thisYear))[0]).toMatchObject({ isStale: false })
  expect((await coverageOfBooks([book], thisYear + 1))[0]).toMatchObject({ isStale: true })
  const head = await db.auditHeads.get(book.id)
  await db.auditHeads.update(book.id, { hash: 'another' })
  const [known] = await coverageOfBooks([book], thisYear)
  expect(known?.isStale).toBe(true)
  expect(known?.sums?.groups.length).toBeGreaterThan(0)
  if (head) await db.auditHeads.put(head)
})

it('leaves a secret project out of everything that the analysis lets out', async () => {
  const book = bookOf(2026)
  const found = await analysisOf(book, pause)
  const [merge] = found.filter(({ kind }) => kind === 'merge')
  const goal = await db.goals.get(merge?.objects[0]?.goalId ?? '')
  if (!goal) throw new Error('the demo has projects to merge')
  await db.goals.put({ ...goal, secret: true })
  expect(JSON.stringify(await analysisOf(book, pause))).toContain(goal.name)
  expect(JSON.stringify(await analysisOf(book, pause, true))).not.toContain(goal.name)
  await freshCoverage(book, thisYear, pause)
  const line = (await coverageLines(book.id)).find(({ goalId }) => goalId === goal.id)
  expect(line?.isSecret).toBe(true)
  await db.goals.put(goal)
})
