import { demoAdjustments } from '#demo/adjustments'
import { demoApplications } from '#demo/applications'
import { demoAppraisals } from '#demo/appraisals'
import { demoAssessments } from '#demo/assessments'
import { demoCounty, demoYears } from '#demo/county'
import { demoDisclosures } from '#demo/disclosures'
import { demoDisposals } from '#demo/disposals'
import { demoSurveys, withConclusion } from '#demo/evaluation-conclusions'
import { demoEvaluationPlan } from '#demo/evaluation-plan'
import { demoEvaluationTasks } from '#demo/evaluation-tasks'
import { withVisits } from '#demo/evaluation-visits'
import { demoExecutions } from '#demo/executions'
import { demoAgencies, demoExperts } from '#demo/experts'
import { demoMeeting } from '#demo/meetings'
import { demoMonitoring } from '#demo/monitoring'
import { demoSelfEvaluations } from '#demo/self-evaluations'
import { demoSpotChecks } from '#demo/spot-checks'
import { demoRegister, demoWorkPlan } from '#demo/supervision'
import { departments } from '#demo/units'
import { shippedCalendars } from '#domain/calendar'
import type { Day } from '#domain/dates'
import { coverageObjects } from '#domain/evaluation/coverage-objects'
import type { ExecutionRow } from '#domain/execution/execution'
import { fundsBySource, treasuryByGoal } from '#domain/execution/totals'
import type { Goal } from '#domain/goals/goal'
import { type Monitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import { screenRound } from '#domain/screening/screen'
import { defaultSections, type Section, type Unit, type YearBook } from '#domain/year-book'
import { rulesOf, type YearRules } from '#domain/year-rules'
import { applicationCandidates } from '#storage/applications'
import { appraisalFacts } from '#storage/appraisal-facts'
import { needsOfGoals } from '#storage/assessments'
import { checkMany } from '#storage/check-context'
import { knownEvaluations } from '#storage/evaluation-plan'
import { keptAgency, keptExpert } from '#storage/expert-record'
import { allExperts } from '#storage/experts'
import { newGoal } from '#storage/goal-record'
import { initialsOf } from '#storage/initials'
import { localDay } from '#storage/local-day'
import type { Stamp } from '#storage/stamp'
import type { Records } from '#storage/written-records'

/** The tables of a demo year, but for what is made from what was written. */
const tables = [
  ...['books', 'sections', 'units', 'goals', 'assessments', 'rounds', 'monitorings', 'disposals'],
  ...['adjustments', 'meetings'],
  ...['evaluationPlans', 'surveys', 'applications', 'disclosures', 'registers', 'workItems'],
  ...['executionImports', 'selfEvaluations', 'spotPicks', 'spotChecks'],
  ...['indicatorSystems', 'evaluationTasks', 'scoreSheets', 'experts', 'agencies'],
] as const

export type DemoRecords = { [Name in (typeof tables)[number]]: Records[Name][] }

/** A demo year before it is kept; the rows of the treasury stand under the imports among its records. */
export type DemoYear = {
  book: YearBook
  age: Age
  records: DemoRecords
  executions: ExecutionRow[]
}

/** The newest year is running, the one before has been evaluated, those before them are there to look back at. */
type Age = 'running' | 'evaluated' | 'old'
type Base = { book: YearBook; sections: Section[]; units: Unit[]; goals: Goal[]; pack: YearRules }
/** A stamp that knows the day, as the makers of the demo want it. */
type Made = Stamp & { today: Day }

const empty: DemoRecords = {
  ...{ books: [], sections: [], units: [], goals: [], assessments: [], rounds: [], monitorings: [] },
  ...{
    adjustments: [],
    meetings: [],
    disposals: [],
    evaluationPlans: [],
    surveys: [],
    applications: [],
    disclosures: [],
    registers: [],
  },
  ...{ workItems: [], executionImports: [], selfEvaluations: [], spotPicks: [], spotChecks: [] },
  ...{ indicatorSystems: [], evaluationTasks: [], scoreSheets: [], experts: [], agencies: [] },
}

/** Everything that the county has of a year; it only reads. */
export async function demoYear(year: number, previous: YearBook | null, stamp: Stamp): Promise<DemoYear> {
  const made: Made = { ...stamp, today: localDay(stamp.at) }
  const base = await baseOf(year, previous, made)
  const { book, sections, units, goals } = base
  const age = ageOf(year)
  const common = { ...empty, books: [book], sections, units, goals, ...registersOfDemo(made) }
  if (age === 'running') return runningYear(base, previous, common, made)
  const plan = await planOfDemo(book, base, previous === null, made)
  const past = { ...common, evaluationPlans: [plan] }
  if (age === 'old') return { book, age, records: past, executions: [] }
  return evaluatedYear(base, past, made)
}

function ageOf(year: number): Age {
  const newest = Math.max(...demoYears)
  if (year === newest) return 'running'
  return year === newest - 1 ? 'evaluated' : 'old'
}

async function baseOf(year: number, previous: YearBook | null, made: Made): Promise<Base> {
  const county = demoCounty(year)
  const book = bookOfDemo(year, county.name, previous, made)
  const sections = defaultSections.map((section, order): Section => {
    return { ...section, id: made.nextId(), bookId: book.id, order }
  })
  const units = unitsOfDemo(made, book.id, sections)
  const unitByCode = new Map(units.map((unit) => [unit.code, unit]))
  const list = county.goals.map((goal) => {
    const unit = unitByCode.get(goal.unitCode)
    const content = { ...goal.content, unitId: unit?.id ?? '' }
    return { ...goal, id: '', unitName: unit?.name ?? '', content }
  })
  const problems = await checkMany(book, list)
  const goals = list.map(({ content, status, opinion }, index) => {
    return { ...newGoal(made, book, content, problems[index] ?? []), status, opinion }
  })
  return { book, sections, units, goals, pack: rulesOf(book) }
}

function bookOfDemo(year: number, name: string, previous: YearBook | null, made: Made): YearBook {
  return {
    ...{ id: made.nextId(), year, name, demo: true, rulesId: 'frame-2021' },
    identity: {
      ...{ regionCode: '511922', regionName: '南江县', level: 'county' },
      ...{ office: '南江县财政局（演示）', section: '监督与绩效管理科' },
    },
    ...{ previousId: previous?.id ?? '', createdAt: made.at },
  }
}

/** Assessed before the budget, monitored, warned and checked; what was learned of the year before is applied. */
async function runningYear(
  base: Base,
  previous: YearBook | null,
  common: DemoRecords,
  made: Made,
): Promise<DemoYear> {
  const { book, sections, goals, pack } = base
  const { round, forms } = demoMonitoring(goals, pack, book.year, book.id, made)
  const due = (await needsOfGoals(book, goals)).filter(({ need }) => need !== null)
  const calendars = shippedCalendars
  const formByGoal = new Map(forms.map((form) => [form.goalId, form]))
  const treasury = demoExecutions(worldOf(base), formByGoal, true, made)
  const checked = checksOfDemo({ round, forms }, treasury.rows, pack, made)
  const supervised = supervisionOfDemo(book, sections, goals, made)
  const records: DemoRecords = {
    ...common,
    meetings: [demoMeeting(worldOf(base), made)],
    assessments: demoAssessments(due, pack.assessment, made),
    ...{ rounds: [round], monitorings: forms },
    disposals: demoDisposals(forms, goals, pack, { ...made, calendars }),
    ...{ spotPicks: checked.picks, spotChecks: checked.checks, executionImports: treasury.imports },
    applications: previous ? await applicationsOfDemo(previous, goals, made) : [],
    ...{ registers: supervised.entries, workItems: supervised.items },
    disclosures: demoDisclosures({ ...worldOf(base), selfEvaluations: [], tasks: [] }, pack, made),
  }
  return { book, age: 'running', records, executions: treasury.rows }
}

/** Its treasury is complete, its units have evaluated themselves, and some projects were looked at by the bureau. */
async function evaluatedYear(base: Base, common: DemoRecords, made: Made): Promise<DemoYear> {
  const { book, sections, units, goals, pack } = base
  const world = worldOf(base)
  const treasury = demoExecutions(world, new Map(), false, made)
  const executed = fundsBySource(treasury.rows, 12)
  const selfEvaluations = demoSelfEvaluations({ ...world, executed }, pack, made)
  // The register is that of the oldest year.
  const known = await allExperts(true)
  const experts = known.length > 0 ? known : common.experts
  const place = book.identity.regionName
  const evaluated = demoEvaluationTasks({ ...world, place, experts, rows: treasury.rows }, pack, made)
  const nameOfUnit = new Map(units.map((unit) => [unit.id, unit.name]))
  const tasks = evaluated.tasks.map((task) =>
    withVisits(withConclusion(task, nameOfUnit.get(task.unitId) ?? '', made), sections, made),
  )
  const supervised = supervisionOfDemo(book, sections, goals, made)
  const records: DemoRecords = {
    ...common,
    adjustments: demoAdjustments(goals, made),
    ...{ executionImports: treasury.imports, selfEvaluations },
    ...{ indicatorSystems: evaluated.systems, evaluationTasks: tasks, scoreSheets: evaluated.sheets },
    surveys: demoSurveys(tasks, pack.evaluation, made),
    ...{ registers: supervised.entries, workItems: supervised.items },
    disclosures: demoDisclosures({ ...world, selfEvaluations, tasks }, pack, made),
  }
  return { book, age: 'evaluated', records, executions: treasury.rows }
}

function worldOf({ book, goals, units }: Base) {
  return { bookId: book.id, year: book.year, goals, units }
}

/** 考核 of a year, measured on what was written of it; of an old year there is none. */
export async function assessedOf({ book, age, records }: DemoYear, stamp: Stamp) {
  if (age === 'old') return { schemes: [], appraisals: [] }
  const { id: bookId, year, identity } = book
  const facts = await appraisalFacts(book, localDay(stamp.at))
  const base = { identity, units: records.units, sections: records.sections }
  return demoAppraisals({ bookId, year, base, facts }, age === 'evaluated', stamp)
}

/** The register and the yearly plan, as far as the year has come. */
function supervisionOfDemo(
  { id: bookId, year, identity }: YearBook,
  sections: readonly Section[],
  goals: readonly Goal[],
  made: Made,
) {
  const linked = goals.filter(({ status, secret }) => status === 'approved' && !secret).map(({ id }) => id)
  return {
    entries: demoRegister(bookId, year, linked, made),
    items: demoWorkPlan({ bookId, year, level: identity.level, sections }, made),
  }
}

/** The issued plan of a finished year, on what the demo years before it know. */
async function planOfDemo(
  book: YearBook,
  base: { goals: readonly Goal[]; units: readonly Unit[] },
  isFirst: boolean,
  stamp: Stamp,
) {
  const rules = rulesOf(book).evaluation.coverage
  const { year, identity, id: bookId } = book
  const quiet = { lights: new Map(), selfGrades: new Map() }
  const facts = { year, identity, ...base, known: await knownEvaluations(book), ...quiet }
  return demoEvaluationPlan(coverageObjects(facts, rules), { bookId, year, isFirst, rules }, stamp)
}

/** What follows from the results of the year before, tied to the declarations of this one. */
async function applicationsOfDemo(previous: YearBook, goals: readonly Goal[], made: Made) {
  const rules = rulesOf(previous)
  const candidates = await applicationCandidates(previous, made.today, rules)
  return demoApplications(
    candidates,
    previous.id,
    ({ kind, name }) =>
      goals.find(
        // The name of a whole has the year in it.
        (goal) =>
          goal.kind === kind && goal.name === name.replace(`${previous.year} 年`, `${previous.year + 1} 年`),
      ) ?? null,
    { ...made, calendars: shippedCalendars, rules: rules.applications },
  )
}

function checksOfDemo(
  { round, forms }: { round: Round; forms: Monitoring[] },
  rows: readonly ExecutionRow[],
  pack: YearRules,
  stamp: Stamp,
) {
  const treasury = treasuryByGoal(rows, round.month)
  const world = { rules: pack.monitoring, referenceOf, treasury, former: new Map() }
  return demoSpotChecks(screenRound(forms, world), round, stamp)
}

function unitsOfDemo(stamp: Stamp, bookId: string, sections: readonly Section[]): Unit[] {
  return departments.flatMap((department) => {
    const sectionId = sections.find((section) => section.code === department.section)?.id ?? ''
    const make = (code: string, name: string, parentId: string): Unit => ({
      id: stamp.nextId(),
      bookId,
      code,
      name,
      parentId,
      sectionId,
      initials: initialsOf(name),
    })
    const parent = make(department.code, department.name, '')
    return [parent, ...department.units.map(([code, name]) => make(code, name, parent.id))]
  })
}

/** Experts and agencies, without numbers: the registers outlive the years and are made once. */
function registersOfDemo(stamp: Stamp) {
  const unsealed = { sealedIdentity: '', sealedBank: '', identityTail: '' }
  return {
    experts: demoExperts.map(({ content, ratings }) => ({
      ...keptExpert(stamp, stamp.nextId(), null, content, unsealed, true),
      ratings,
    })),
    agencies: demoAgencies.map((content) => keptAgency(stamp, stamp.nextId(), null, content, true)),
  }
}
