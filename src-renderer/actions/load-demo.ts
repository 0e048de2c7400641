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
import { demoMonitoring } from '#demo/monitoring'
import { demoSelfEvaluations } from '#demo/self-evaluations'
import { demoSpotChecks } from '#demo/spot-checks'
import { demoRegister, demoWorkPlan } from '#demo/supervision'
import { departments } from '#demo/units'
import { shippedCalendars } from '#domain/calendar'
import { AppError } from '#domain/errors'
import { coverageObjects } from '#domain/evaluation/coverage-objects'
import type { ExecutionRow } from '#domain/execution/execution'
import { fundsBySource, treasuryByGoal } from '#domain/execution/totals'
import type { Goal } from '#domain/goals/goal'
import { type Monitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import type { Actor } from '#domain/people/duties'
import { screenRound } from '#domain/screening/screen'
import { defaultSections, type Section, type Unit, type YearBook } from '#domain/year-book'
import { rulesOf, type YearRules } from '#domain/year-rules'
import { applicationCandidates } from '#storage/applications'
import { appraisalFacts } from '#storage/appraisal-facts'
import { needsOfGoals } from '#storage/assessments'
import { checkMany } from '#storage/check-context'
import { db } from '#storage/database'
import { knownEvaluations } from '#storage/evaluation-plan'
import { keptAgency, keptExpert } from '#storage/expert-record'
import { allAgencies, allExperts } from '#storage/experts'
import { newGoal } from '#storage/goal-record'
import { initialsOf } from '#storage/initials'
import { localDay } from '#storage/local-day'
import { newStamp, type Stamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Opens the newest demo book; makes the three years where they are missing, each in one transaction. */
export async function loadDemo(by: Actor): Promise<YearBook> {
  let book: YearBook | null = null
  for (const year of demoYears) book = (await demoBook(year)) ?? (await makeYear(year, book, by))
  if (!book) throw new AppError('not-found')
  return book
}

async function demoBook(year: number): Promise<YearBook | null> {
  return (await db.books.where('year').equals(year).toArray()).find((book) => book.demo) ?? null
}

async function makeYear(year: number, previous: YearBook | null, by: Actor): Promise<YearBook> {
  const stamp = newStamp(by)
  const county = demoCounty(year)
  const book: YearBook = {
    id: stamp.nextId(),
    year,
    name: county.name,
    demo: true,
    identity: {
      regionCode: '511922',
      regionName: '南江县',
      level: 'county',
      office: '南江县财政局（演示）',
      section: '监督与绩效管理科',
    },
    rulesId: 'frame-2021',
    previousId: previous?.id ?? '',
    createdAt: stamp.at,
  }
  const sections: Section[] = defaultSections.map((section, order) => ({
    ...section,
    id: stamp.nextId(),
    bookId: book.id,
    order,
  }))
  const units = unitsOfDemo(stamp, book.id, sections)
  const unitByCode = new Map(units.map((unit) => [unit.code, unit]))
  const list = county.goals.map((goal) => {
    const unit = unitByCode.get(goal.unitCode)
    return {
      ...goal,
      id: '',
      unitName: unit?.name ?? '',
      content: { ...goal.content, unitId: unit?.id ?? '' },
    }
  })
  const problems = await checkMany(book, list)
  const goals = list.map(({ content, status, opinion }, index) => ({
    ...newGoal(stamp, book, content, problems[index] ?? []),
    status,
    opinion,
  }))
  const due = (await needsOfGoals(book, goals)).filter(({ need }) => need !== null)
  const isNewest = year === Math.max(...demoYears)
  const assessments = isNewest ? demoAssessments(due, rulesOf(book).assessment, stamp) : []
  const pack = rulesOf(book)
  const monitored = isNewest ? demoMonitoring(goals, pack, year, book.id, stamp) : null
  const disposals = monitored
    ? demoDisposals(monitored.forms, goals, pack, {
        ...stamp,
        today: localDay(stamp.at),
        calendars: shippedCalendars,
      })
    : []
  const formByGoal = new Map(monitored?.forms.map((form) => [form.goalId, form]))
  const isOld = year < Math.max(...demoYears) - 1
  const world = { bookId: book.id, year, goals, units }
  const treasury = isOld ? { rows: [], imports: [] } : demoExecutions(world, formByGoal, isNewest, stamp)
  const checked = monitored && checksOfDemo(monitored, treasury.rows, pack, stamp)
  const plan = isNewest ? null : await planOfDemo(book, { goals, units }, previous === null, stamp)
  // A finished year has been evaluated; the newest is still running.
  const isEvaluated = !isNewest && !isOld
  const selfEvaluations = isEvaluated
    ? demoSelfEvaluations({ ...world, executed: fundsBySource(treasury.rows, 12) }, pack, stamp)
    : []
  const entry: Entry = {
    action: 'load-demo',
    bookId: book.id,
    summary: `装入演示账套：${goals.length} 个目标`,
  }
  const registers = registersOfDemo(stamp)
  // The register is that of the oldest year.
  const known = isEvaluated ? await allExperts(true) : []
  const experts = known.length > 0 ? known : registers.experts
  const evaluated = isEvaluated
    ? demoEvaluationTasks({ ...world, place: book.identity.regionName, experts, rows: treasury.rows }, pack, {
        ...stamp,
        today: localDay(stamp.at),
      })
    : null
  const nameOfUnit = new Map(units.map((unit) => [unit.id, unit.name]))
  const tasks = (evaluated?.tasks ?? []).map((task) =>
    withVisits(withConclusion(task, nameOfUnit.get(task.unitId) ?? '', stamp), sections, {
      ...stamp,
      today: localDay(stamp.at),
    }),
  )
  const applications = isNewest && previous ? await applicationsOfDemo(previous, goals, stamp) : []
  const supervised = isOld ? { entries: [], items: [] } : supervisionOfDemo(book, sections, goals, stamp)
  const surveys = demoSurveys(tasks, pack.evaluation, stamp)
  const disclosures = isOld
    ? []
    : demoDisclosures({ ...world, selfEvaluations, tasks }, pack, { ...stamp, today: localDay(stamp.at) })
  return write(
    stamp,
    entry,
    [
      'books',
      'sections',
      'units',
      'goals',
      'assessments',
      'rounds',
      'monitorings',
      'disposals',
      'spotPicks',
      'spotChecks',
      'executions',
      'executionImports',
      'evaluationPlans',
      'selfEvaluations',
      'experts',
      'agencies',
      'indicatorSystems',
      'evaluationTasks',
      'scoreSheets',
      'surveys',
      'schemes',
      'appraisals',
      // Read by the appraisals, which are measured on what the book has.
      'reviews',
      'draws',
      'indicators',
      'applications',
      'disclosures',
      'registers',
      'workItems',
    ],
    async (writer) => {
      const made = await db.books.where('year').equals(year).toArray()
      const twin = made.find((other) => other.demo)
      if (twin) return twin
      await writer.put('books', [book])
      await writer.put('sections', sections)
      await writer.put('units', units)
      await writer.put('goals', goals)
      await writer.put('assessments', assessments)
      if (monitored) {
        await writer.put('rounds', [monitored.round])
        await writer.put('monitorings', monitored.forms)
        await writer.put('disposals', disposals)
      }
      if (plan) await writer.put('evaluationPlans', [plan])
      await writer.put('surveys', surveys)
      await writer.put('applications', applications)
      await writer.put('disclosures', disclosures)
      await writer.put('registers', supervised.entries)
      await writer.put('workItems', supervised.items)
      await writer.put('executionImports', treasury.imports)
      await writer.putListed('executions', treasury.rows)
      await writer.put('selfEvaluations', selfEvaluations)
      if (checked) {
        await writer.put('spotPicks', checked.picks)
        await writer.put('spotChecks', checked.checks)
      }
      if (evaluated) {
        await writer.put('indicatorSystems', evaluated.systems)
        await writer.put('evaluationTasks', tasks)
        await writer.put('scoreSheets', evaluated.sheets)
      }
      if ((await allExperts(true)).length === 0) await writer.put('experts', registers.experts)
      if ((await allAgencies(true)).length === 0) await writer.put('agencies', registers.agencies)
      if (!isOld) {
        const facts = await appraisalFacts(book, localDay(stamp.at))
        const base = { identity: book.identity, units, sections }
        const assessed = demoAppraisals({ bookId: book.id, year, base, facts }, isEvaluated, stamp)
        await writer.put('schemes', assessed.schemes)
        await writer.put('appraisals', assessed.appraisals)
      }
      return book
    },
  )
}

/** The register and the yearly plan, as far as the year has come. */
function supervisionOfDemo(
  { id: bookId, year, identity }: YearBook,
  sections: readonly Section[],
  goals: readonly Goal[],
  stamp: Stamp,
) {
  const made = { ...stamp, today: localDay(stamp.at) }
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
async function applicationsOfDemo(previous: YearBook, goals: readonly Goal[], stamp: Stamp) {
  const today = localDay(stamp.at)
  const rules = rulesOf(previous)
  const candidates = await applicationCandidates(previous, today, rules)
  return demoApplications(
    candidates,
    previous.id,
    ({ kind, name }) =>
      goals.find(
        // The name of a whole has the year in it.
        (goal) =>
          goal.kind === kind && goal.name === name.replace(`${previous.year} 年`, `${previous.year + 1} 年`),
      ) ?? null,
    { ...stamp, today, calendars: shippedCalendars, rules: rules.applications },
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
