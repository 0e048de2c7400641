import { type PackedLine, packLine } from '#domain/coverage-map/lines'
import { type MapObject, mapObjects } from '#domain/coverage-map/objects'
import type { BookFacts, CoverageLine, LaterStep, ObjectFacts } from '#domain/coverage-map/standing'
import { standingsOf } from '#domain/coverage-map/standing'
import { coverageAdder } from '#domain/coverage-map/sums'
import { coverageRates } from '#domain/evaluation/coverage'
import { objectMaker, type PlannedObject } from '#domain/evaluation/coverage-objects'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { allBooks } from './books.ts'
import { type CoverageSums, keepCoverage, keptLines, keptSums } from './coverage-cache.ts'
import { type CoverageTables, readCoverageTables } from './coverage-tables.ts'
import { db } from './database.ts'
import type { Pause } from './slices.ts'

/** Raised with every change of what the map makes of the tables. */
const shape = 1
const slice = 400

export type { CoverageSums } from './coverage-cache.ts'
/** The map of a book; `sums` are the last ones known while `isStale`, null where there are none yet. */
export type KnownCoverage = { book: YearBook; sums: CoverageSums | null; isStale: boolean }

/** The maps of books as last known: what changed since is marked, not waited for. */
export async function coverageOfBooks(
  books: readonly YearBook[],
  thisYear: number,
): Promise<KnownCoverage[]> {
  const [kept, keys] = await Promise.all([
    keptSums(books.map(({ id }) => id)),
    Promise.all(books.map((book) => keyOf(book, thisYear))),
  ])
  return books.map((book, at) => ({ book, sums: kept[at] ?? null, isStale: kept[at]?.key !== keys[at] }))
}

/** The objects of a book with where they stand, as last worked out. */
export function coverageLines(bookId: string): Promise<PackedLine[]> {
  return keptLines(bookId)
}

/** What the map follows from: the ends of the trails of the book and of the region's earlier ones, and the rules. */
async function keyOf(book: YearBook, thisYear: number): Promise<string> {
  const earlier = (await allBooks()).filter(
    ({ year, demo, identity }) =>
      year < book.year && demo === book.demo && identity.regionCode === book.identity.regionCode,
  )
  const heads = await db.auditHeads.bulkGet([book.id, ...earlier.map(({ id }) => id)])
  return JSON.stringify([shape, thisYear, book, heads.map((head) => head?.hash ?? '')])
}

/**
 * Works the map of a book out anew, in slices between which `pause` lets the window draw, and keeps it for as long as
 * nothing is written. `thisYear` is the year in which the question is asked.
 */
export async function freshCoverage(book: YearBook, thisYear: number, pause: Pause): Promise<CoverageSums> {
  const key = await keyOf(book, thisYear)
  const tables = await readCoverageTables(book, pause)
  const rules = rulesOf(book).evaluation.coverage
  const { goals, units } = tables
  const planned = await plannedOf(book, tables, pause)
  await pause()
  const objects = mapObjects(goals, units, planned)
  const facts: BookFacts = {
    ...{ year: book.year, thisYear, rules, rounds: tables.rounds },
    ...{ hasSelf: tables.selfs.size > 0, hasTasks: tables.tasks.size > 0 },
  }
  const adder = coverageAdder()
  const packed: PackedLine[] = []
  for (let from = 0; from < objects.length; from += slice) {
    await pause()
    const lines = objects.slice(from, from + slice).map((object) => lineOf(object, tables, facts))
    adder.add(lines)
    packed.push(...lines.map(packLine))
  }
  await pause()
  const sums = { groups: adder.groupsOf(), rates: coverageRates(planned, book.year, rules) }
  await keepCoverage({ ...sums, bookId: book.id, key }, packed, await db.books.toCollection().primaryKeys())
  return sums
}

/** The planner's objects, worked out slice by slice; what has the key of an earlier one stands once, as in the planner. */
async function plannedOf(book: YearBook, tables: CoverageTables, pause: Pause): Promise<PlannedObject[]> {
  const { goals, units, known } = tables
  const { wholes, works } = objectMaker(
    { year: book.year, identity: book.identity, units, known, lights: new Map(), selfGrades: new Map() },
    rulesOf(book).evaluation.coverage,
  )
  const byKey = new Map(wholes(goals).map((each) => [each.key, each]))
  for (let from = 0; from < goals.length; from += slice) {
    await pause()
    for (const each of works(goals.slice(from, from + slice)))
      if (!byKey.has(each.key)) byKey.set(each.key, each)
  }
  return [...byKey.values()]
}

function lineOf(object: MapObject, tables: CoverageTables, book: BookFacts): CoverageLine {
  const { id, kind, unitId, name, goal, planned } = object
  const goalId = goal?.id ?? ''
  const task = (planned && tables.tasks.get(planned.key)) ?? null
  const facts: ObjectFacts = {
    ...{ goal, planned },
    need: tables.needs.get(goalId) ?? null,
    previous: tables.previous.get(goalId) ?? null,
    assessments: tables.assessments.get(goalId) ?? [],
    forms: tables.forms.get(goalId) ?? [],
    self: tables.selfs.get(goalId) ?? null,
    task,
    applications: stepsOf(tables.applications, goalId || id, task),
    disclosures: stepsOf(tables.disclosures, goalId || id, task),
  }
  return {
    ...{ id, goalId, kind, unitId, name },
    book: goal?.book ?? 'general',
    code: goal?.code ?? planned?.code ?? '',
    isSecret: goal?.secret ?? false,
    money: goal?.total ?? planned?.size ?? null,
    stages: standingsOf(kind, facts, book),
  }
}

/** What is due of an object itself, and of its evaluation where that has no goal of its own. */
function stepsOf(
  steps: ReadonlyMap<string, readonly LaterStep[]>,
  id: string,
  task: ObjectFacts['task'],
): readonly LaterStep[] {
  return [...(steps.get(id) ?? []), ...(task ? (steps.get(task.id) ?? []) : [])]
}
