import { demoDisclosures } from '#demo/disclosures'
import { demoDisposals } from '#demo/disposals'
import { demoExperts } from '#demo/experts'
import { demoForm, demoRound } from '#demo/monitoring'
import { demoSelfEvaluations } from '#demo/self-evaluations'
import { shippedCalendars } from '#domain/calendar'
import type { Disposal } from '#domain/disposals/disposal'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { ExecutionRow } from '#domain/execution/execution'
import { fundsBySource } from '#domain/execution/totals'
import type { Goal, GoalContent } from '#domain/goals/goal'
import { addUp, type Fen } from '#domain/money'
import type { Monitoring } from '#domain/monitoring/monitoring'
import { isAsked, type Round } from '#domain/monitoring/round'
import type { Unit, YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { changeOf } from '#storage/audit-change'
import { hashOf, noHash } from '#storage/audit-hash'
import { keptExpert } from '#storage/expert-record'
import type { Stamp } from '#storage/stamp'
import {
  cityUnits,
  lastYear,
  type Plan,
  place,
  plansOf,
  type Size,
  sectionsOfBook,
  unitsOfBook,
} from './city.ts'
import { evaluationParts } from './evaluations.ts'
import { goalOfPlan, goalParts, wholeGoals } from './goals.ts'
import { byId, isCoded, ledgerOf, treasuryRows } from './treasury.ts'
import { type Part, person, stampOf, today, type World } from './world.ts'

/** What a year comes to: the control totals that whoever reads it must find. */
export type YearTotals = { bookId: string; year: number; name: string; goals: number; total: Fen; paid: Fen }

/** Goals that are made together: what rests on them is made before the next. */
const chunkSize = 500
/** One goal of so many is published: all of them would be three records more for each. */
const publishedChunks = 5

/** All records of a city, year by year, oldest first; the same for the same size and seed. */
export function* cityRecords(size: Size): Generator<Part, YearTotals[]> {
  const totals: YearTotals[] = []
  let previousId = ''
  const experts = stampOf(lastYear - size.years + 1, 'experts', size)
  const register = demoExperts.map(({ content, ratings }) => ({
    ...keptExpert(
      experts,
      experts.nextId(),
      null,
      content,
      { sealedIdentity: '', sealedBank: '', identityTail: '' },
      true,
    ),
    ratings,
  }))
  yield { table: 'experts', records: register }
  for (let year = lastYear - size.years + 1; year <= lastYear; year++) {
    const made = yield* yearRecords(size, year, previousId, register)
    totals.push(made)
    previousId = made.bookId
  }
  return totals
}

function* yearRecords(
  size: Size,
  year: number,
  previousId: string,
  experts: readonly { id: string; name: string }[],
): Generator<Part, YearTotals> {
  const stamp = stampOf(year, 'book', size)
  const book = bookOf(year, stamp, previousId)
  const sections = sectionsOfBook(book.id, stamp.nextId)
  const units = unitsOfBook(book.id, cityUnits(size.units), sections, stamp.nextId)
  const world = worldOf(size, book, units, stamp)
  const { pack } = world.place
  yield { table: 'books', records: [book] }
  yield { table: 'sections', records: sections }
  yield { table: 'units', records: units }
  const [isNewest, isEvaluated] = [year === lastYear, year === lastYear - 1]
  const round = isNewest ? demoRound(pack, year, book.id, { ...stamp, nextId: stamp.nextId }) : null
  if (round) yield { table: 'rounds', records: [{ ...round, note: '' }] }

  const ledger = ledgerOf()
  const later: ExecutionRow[] = []
  const own = new Map<string, GoalContent[]>()
  const named: { goals: Goal[]; selfs: SelfEvaluation[]; rows: ExecutionRow[] } = {
    goals: [],
    selfs: [],
    rows: [],
  }
  const sums = { goals: 0, total: 0 }
  const plans = plansOf(size, year)
  let letters = 0
  for (let from = 0; from < plans.length; from += chunkSize) {
    const chunk = plans.slice(from, from + chunkSize)
    const goals = chunk.map((plan) => goalOfPlan(plan, world, own))
    yield* goalParts(goals, world)
    sums.goals += goals.length
    sums.total = addUp([sums.total, ...goals.map(({ total }) => total)])
    const forms = round ? formsOf(goals, chunk, round, world) : []
    if (forms.length > 0) yield { table: 'monitorings', records: forms }
    const rows = treasuryRows(goals, forms, world)
    const [coded, uncoded] = [rows.filter(isCoded), rows.filter((row) => !isCoded(row))]
    later.push(...uncoded)
    ledger.add(rows)
    yield { table: 'executions', records: coded.toSorted(byId) }
    const found = new Set(chunk.flatMap((plan, at) => (plan.isPlain ? (goals[at]?.id ?? []) : [])))
    if (round) {
      const disposals = disposalsOf(forms, goals, world, letters)
      letters += disposals.filter(({ letterNumber }) => letterNumber !== '').length
      yield { table: 'disposals', records: disposals }
    }
    const executed = fundsBySource(rows, 12)
    const selfs = isEvaluated
      ? demoSelfEvaluations({ bookId: book.id, goals, units, executed }, pack, world.stamps.selfs)
      : []
    if (isEvaluated) yield { table: 'selfEvaluations', records: selfs }
    if ((isNewest || isEvaluated) && (from / chunkSize) % publishedChunks === 0) {
      const published = { bookId: book.id, year, goals, units, selfEvaluations: selfs, tasks: [] }
      yield {
        table: 'disclosures',
        records: demoDisclosures(published, pack, { ...world.stamps.others, today }),
      }
    }
    named.goals.push(...goals.filter(({ id }) => found.has(id)))
    named.selfs.push(...selfs.filter(({ goalId }) => found.has(goalId)))
    named.rows.push(...rows.filter(({ goalId }) => found.has(goalId)))
  }

  const wholes = wholeGoals(world, own)
  yield* goalParts(wholes, world)
  sums.goals += wholes.length
  sums.total = addUp([sums.total, ...wholes.map(({ total }) => total)])
  const basic = treasuryRows([], [], { ...world, units: units.filter(({ parentId }) => parentId === '') })
  ledger.add(basic)
  yield { table: 'executions', records: basic.toSorted(byId) }
  yield { table: 'executions', records: later.toSorted(byId) }
  yield { table: 'executionImports', records: ledger.imports(world) }
  if (isEvaluated) yield* evaluationParts(world, named, experts)
  yield* trailParts(book, stamp, sums.goals)
  return { bookId: book.id, year, name: book.name, ...sums, paid: ledger.paidInYear() }
}

function bookOf(year: number, stamp: Stamp, previousId: string): YearBook {
  return {
    ...{ id: stamp.nextId(), year, name: `演示账套 ${year}（${place}，生成）`, demo: true },
    identity: {
      ...{ regionCode: '511900', regionName: place, level: 'city' },
      ...{ office: `${place}财政局（演示）`, section: '监督与绩效管理科' },
    },
    ...{ rulesId: 'frame-2021', previousId, createdAt: `${year}-01-05T02:00:00.000Z` },
  }
}

function worldOf(size: Size, book: YearBook, units: readonly Unit[], stamp: Stamp): World {
  const { year } = book
  return {
    ...{ size, book, units, unitByCode: new Map(units.map((unit) => [unit.code, unit])) },
    place: { bookId: book.id, year, pack: rulesOf(book), at: stamp.at },
    stamps: {
      goals: stampOf(year, 'goals', size),
      forms: stampOf(year, 'forms', size),
      selfs: stampOf(year, 'selfs', size),
      others: stampOf(year, 'others', size),
    },
    importIds: Array.from({ length: 12 }, () => stamp.nextId()),
  }
}

/** The monitoring forms of the goals that a round asks. */
function formsOf(
  goals: readonly Goal[],
  plans: readonly Plan[],
  round: Round,
  { place: { pack }, stamps }: World,
): Monitoring[] {
  return goals.flatMap((goal, at) =>
    isAsked(goal, round) && goal.status === 'approved'
      ? [demoForm(goal, round, plans[at]?.chance().whole(9000) ?? at, pack, stamps.forms)]
      : [],
  )
}

/** What is disposed of, its letters numbered on from those before. */
function disposalsOf(
  forms: readonly Monitoring[],
  goals: readonly Goal[],
  { place: { pack, year }, stamps }: World,
  before: number,
): Disposal[] {
  let letters = before
  const made = { ...stamps.others, today, calendars: shippedCalendars }
  return demoDisposals(forms, goals, pack, made).map((each) =>
    each.letterNumber === '' ? each : { ...each, letterNumber: `巴财绩函〔${year}〕${++letters}号` },
  )
}

/** One entry in the trail of the book: what was made at once was done at once. */
function* trailParts(book: YearBook, stamp: Stamp, goals: number): Generator<Part> {
  const entry = {
    ...{ id: stamp.nextId(), bookId: book.id, number: 1, at: stamp.at, by: person },
    ...{ duty: stamp.actor.duty, action: 'load-demo', summary: `装入生成的账套：${goals} 个目标` },
    ...{
      subjectIds: [book.id],
      changes: [changeOf('books', null, book)].filter((change) => change !== null),
    },
    ...{ algorithm: 'sm3' as const, previousHash: noHash },
  }
  const hash = hashOf(entry)
  yield { table: 'audit', records: [{ ...entry, hash }] }
  yield { table: 'auditHeads', records: [{ bookId: book.id, number: 1, hash }] }
}
