import { demoApplications } from '#demo/applications'
import { demoDisclosures } from '#demo/disclosures'
import { demoDisposals } from '#demo/disposals'
import { demoSurveys, withConclusion } from '#demo/evaluation-conclusions'
import { demoEvaluationTasks } from '#demo/evaluation-tasks'
import { demoExecutions } from '#demo/executions'
import { demoExperts } from '#demo/experts'
import { demoForm, demoRound } from '#demo/monitoring'
import { demoSelfEvaluations } from '#demo/self-evaluations'
import { departmentGoal, governmentGoal } from '#demo/whole-goals'
import { candidateOf, countedResults, resultOfSelf, resultOfTask } from '#domain/applications/propose'
import { shippedCalendars } from '#domain/calendar'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { ExecutionImport, ExecutionRow } from '#domain/execution/execution'
import { fundsBySource } from '#domain/execution/totals'
import type { Goal, GoalContent, GoalStatus } from '#domain/goals/goal'
import { makeId } from '#domain/ids'
import { addUp, type Fen } from '#domain/money'
import type { Monitoring } from '#domain/monitoring/monitoring'
import { isAsked } from '#domain/monitoring/round'
import type { Unit, YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { changeOf } from '#storage/audit-change'
import { hashOf, noHash } from '#storage/audit-hash'
import { keptExpert } from '#storage/expert-record'
import { rowOf } from '#storage/goal-row'
import type { Stamp } from '#storage/stamp'
import { type Chance, chanceOf } from './chance.ts'
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
import { contentOf, goalOf, type Place, reviewOf } from './goal.ts'

/** Records of one table, in the order of their keys within a year. */
export type Part = { table: string; records: readonly object[] }

/** What a year comes to: the control totals that whoever reads it must find. */
export type YearTotals = { bookId: string; year: number; name: string; goals: number; total: Fen; paid: Fen }

/** The day on which the city is looked at. */
const today = '2026-09-30'
const person = '李明'
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

/** Ids and moments of one kind in one year: ids rise as they are taken. */
function stampOf(year: number, what: string, { seed }: Size): Stamp {
  const chance = chanceOf(seed, `${what} ${year}`)
  let time = Date.UTC(year, 0, 5)
  const at = `${year}-08-05T02:00:00.000Z`
  const actor = { accountId: '', name: person, duty: 'performance', scope: '' } as const
  function nextId(): string {
    return makeId(
      time++,
      Uint8Array.from({ length: 10 }, () => chance.whole(256)),
    )
  }
  return { at, by: person, actor, nextId }
}

type World = {
  size: Size
  book: YearBook
  units: readonly Unit[]
  unitByCode: ReadonlyMap<string, Unit>
  place: Place
  stamps: Readonly<Record<'goals' | 'forms' | 'selfs' | 'others', Stamp>>
  importIds: readonly string[]
}

function* yearRecords(
  size: Size,
  year: number,
  previousId: string,
  experts: readonly { id: string; name: string }[],
): Generator<Part, YearTotals> {
  const stamp = stampOf(year, 'book', size)
  const book = bookOf(year, stamp, previousId)
  const pack = rulesOf(book)
  const sections = sectionsOfBook(book.id, stamp.nextId)
  const units = unitsOfBook(book.id, cityUnits(size.units), sections, stamp.nextId)
  const world: World = {
    ...{ size, book, units, unitByCode: new Map(units.map((unit) => [unit.code, unit])) },
    place: { bookId: book.id, year, pack, at: stamp.at },
    stamps: {
      goals: stampOf(year, 'goals', size),
      forms: stampOf(year, 'forms', size),
      selfs: stampOf(year, 'selfs', size),
      others: stampOf(year, 'others', size),
    },
    importIds: Array.from({ length: 12 }, () => stamp.nextId()),
  }
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
    const forms = round
      ? goals.flatMap((goal, at): Monitoring[] =>
          isAsked(goal, round) && goal.status === 'approved'
            ? [demoForm(goal, round, chunk[at]?.chance().whole(9000) ?? at, pack, world.stamps.forms)]
            : [],
        )
      : []
    if (forms.length > 0) yield { table: 'monitorings', records: forms }
    const rows = treasuryRows(goals, forms, world)
    const [coded, uncoded] = [rows.filter(isCoded), rows.filter((row) => !isCoded(row))]
    later.push(...uncoded)
    ledger.add(rows)
    yield { table: 'executions', records: coded.toSorted(byId) }
    const found = new Set(chunk.flatMap((plan, at) => (plan.isPlain ? (goals[at]?.id ?? []) : [])))
    if (round) {
      const disposals = demoDisposals(forms, goals, pack, {
        ...world.stamps.others,
        today,
        calendars: shippedCalendars,
      })
      const numbered = disposals.map((each) =>
        each.letterNumber === '' ? each : { ...each, letterNumber: `巴财绩函〔${year}〕${++letters}号` },
      )
      yield { table: 'disposals', records: numbered }
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

/** In the running year most are approved, and something is on every part of the road; finished years are approved. */
function statusOf(chance: Chance, year: number): GoalStatus {
  if (year < lastYear) return 'approved'
  const at = chance.whole(1000)
  if (at < 820) return 'approved'
  if (at < 860) return 'reviewed'
  if (at < 910) return 'joint'
  if (at < 920) return 'key'
  if (at < 960) return 'submitted'
  if (at < 980) return 'returned'
  return at < 995 ? 'draft' : 'rejected'
}

function goalOfPlan(plan: Plan, world: World, own: Map<string, GoalContent[]>): Goal {
  const { year } = world.place
  const unit = world.unitByCode.get(plan.unitCode)
  if (!unit) throw new Error(`no unit ${plan.unitCode}`)
  const content = contentOf(plan, year, unit.id)
  const before = plan.project.from < year && year >= lastYear - 1 ? contentOf(plan, year - 1, unit.id) : null
  const department = unit.parentId === '' ? unit.id : unit.parentId
  const list = own.get(department)
  if (list) list.push(light(content))
  else own.set(department, [light(content)])
  const status = statusOf(plan.chance(), year)
  return goalOf(content, world.stamps.goals.nextId(), status, world.place, unit, before)
}

/** What the whole of a department says of a project: of the largest alone, their list would have hundreds. */
function light(content: GoalContent): GoalContent {
  return {
    ...content,
    indicators: [],
    funding: [],
    annualGoals: [],
    basis: '',
    necessity: '',
    feasibility: '',
  }
}

const tasksOfWhole = 20

function wholeGoals(world: World, own: ReadonlyMap<string, readonly GoalContent[]>): Goal[] {
  const { year } = world.place
  const departments = world.units.filter(({ parentId }) => parentId === '')
  const kept = (content: GoalContent, unit: Unit) =>
    goalOf({ ...content, unitId: unit.id }, world.stamps.goals.nextId(), 'approved', world.place, unit, null)
  const wholes = departments.map((unit) => {
    const all = own.get(unit.id) ?? []
    const whole = departmentGoal(unit, all, year)
    const largest = whole.tasks
      .toSorted((left, right) => (right.total ?? 0) - (left.total ?? 0))
      .slice(0, tasksOfWhole)
    return kept({ ...whole, tasks: largest }, unit)
  })
  const [first] = departments
  if (!first) return wholes
  const government = governmentGoal(addUp(wholes.map(({ total }) => total)), year)
  const named = { ...government, name: `${place} ${year} 年政府预算`, responsible: `${place}人民政府` }
  return [...wholes, kept(named, first)]
}

function* goalParts(goals: readonly Goal[], { place: { year, at } }: World): Generator<Part> {
  yield { table: 'goals', records: goals }
  yield { table: 'goalRows', records: goals.map(rowOf) }
  if (year === lastYear)
    yield { table: 'reviews', records: goals.flatMap((goal) => reviewOf(goal, at) ?? []) }
}

/** The ledger of the running year month by month, of finished years at their end. */
function treasuryRows(goals: readonly Goal[], forms: readonly Monitoring[], world: World): ExecutionRow[] {
  const { book, units, importIds } = world
  let month = 0
  const made = { nextId: () => importIds[month++] ?? '', at: world.place.at, by: person }
  // Lines of the departments themselves come from a list of departments alone.
  const holders = goals.length > 0 ? unitsOf(goals, units) : units
  const facts = { bookId: book.id, year: book.year, goals, units: holders }
  const { rows } = demoExecutions(facts, new Map(forms.map((form) => [form.goalId, form])), false, made)
  return book.year === lastYear ? rows : rows.filter((row) => row.month === 12)
}

function unitsOf(goals: readonly Goal[], units: readonly Unit[]): Unit[] {
  const ids = new Set(goals.map(({ unitId }) => unitId))
  return units.filter(({ id, parentId }) => ids.has(id) && parentId !== '')
}

function isCoded({ line }: ExecutionRow): boolean {
  return line.startsWith('code:')
}

function byId(left: { id: string }, right: { id: string }): number {
  return left.id < right.id ? -1 : 1
}

/** Gathers what each month's import brought. */
function ledgerOf() {
  const added = new Map<number, string[]>()
  const matched = new Map<number, number>()
  const paid = new Map<number, Fen>()
  return {
    add(rows: readonly ExecutionRow[]): void {
      for (const row of rows) {
        const list = added.get(row.month)
        if (list) list.push(row.id)
        else added.set(row.month, [row.id])
        if (row.goalId !== '') matched.set(row.month, (matched.get(row.month) ?? 0) + 1)
        paid.set(row.month, addUp([paid.get(row.month) ?? 0, row.paid]))
      }
    },
    imports({ book, importIds, place: { at } }: World): ExecutionImport[] {
      return [...added].map(([month, ids]) => {
        const read = ids.length
        const found = matched.get(month) ?? 0
        return {
          ...{ id: importIds[month - 1] ?? '', bookId: book.id, at, by: person, name: `${month} 月国库台账` },
          ...{
            files: [`预算执行情况表${book.year}年1-${month}月.xlsx`],
            months: [month],
            added: ids,
            replaced: [],
          },
          ...{ matched: found, unmatched: read - found, paid: paid.get(month) ?? 0, read, undoneAt: '' },
        }
      })
    },
    paidInYear: () => paid.get(12) ?? 0,
  }
}

/** The bureau's evaluations of the finished year, and what follows from their results. */
function* evaluationParts(
  { book, units, place: { pack }, stamps: { others } }: World,
  {
    goals,
    selfs,
    rows,
  }: { goals: readonly Goal[]; selfs: readonly SelfEvaluation[]; rows: readonly ExecutionRow[] },
  experts: readonly { id: string; name: string }[],
): Generator<Part> {
  const made = { ...others, today, calendars: shippedCalendars }
  const evaluated = demoEvaluationTasks(
    { bookId: book.id, year: book.year, goals, units, place, experts, rows },
    pack,
    made,
  )
  const nameOf = new Map(units.map(({ id, name }) => [id, name]))
  const tasks = evaluated.tasks.map((task) => withConclusion(task, nameOf.get(task.unitId) ?? '', others))
  yield { table: 'indicatorSystems', records: evaluated.systems }
  yield { table: 'evaluationTasks', records: tasks }
  yield { table: 'scoreSheets', records: evaluated.sheets }
  yield { table: 'surveys', records: demoSurveys(tasks, pack.evaluation, others) }
  const goalById = new Map(goals.map((goal) => [goal.id, goal]))
  const found = countedResults([
    ...tasks.flatMap((task) => resultOfTask(task, goalById.get(task.goalId)) ?? []),
    ...selfs.flatMap((form) => resultOfSelf(form, goalById.get(form.goalId)) ?? []),
  ])
  const candidates = found.flatMap((each) => candidateOf(each, book.year, pack.applications) ?? [])
  const applications = demoApplications(candidates, book.id, () => null, {
    ...made,
    rules: pack.applications,
  })
  yield { table: 'applications', records: applications }
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
