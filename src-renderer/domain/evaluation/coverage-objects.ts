import type { Goal, ObjectKind } from '../goals/goal.ts'
import type { Grade } from '../grade.ts'
import type { LightColour } from '../monitoring/lights.ts'
import { type Identity, regions, type Unit } from '../year-book.ts'
import type { CoverageObject } from './coverage.ts'
import type { CoverageRules } from './coverage-rules.ts'

/** One evaluation of an object that is known of: by a task, a plan, or entered by hand. */
export type KnownEvaluation = {
  key: string
  year: number
  grade: Grade | ''
  source: keyof typeof evaluationSources
}

/** The surest first: where two say something of the same year, the surer one stands. */
export const evaluationSources = {
  concluded: '评价结论',
  open: '评价任务（未结论）',
  planned: '列入评价计划',
  entered: '手工登记',
} as const

/** An object of the planner with what identifies it over the years and what is known of its evaluations. */
export type PlannedObject = CoverageObject & {
  key: string
  code: string
  /** '' for an object that has no goal of its own. */
  goalId: string
  /** Of the year of the book and those before, the latest first, one a year. */
  history: readonly KnownEvaluation[]
  /** Of the year's self-evaluation; '' where none is frozen. */
  selfGrade: Grade | ''
}

export type ObjectGoal = Pick<
  Goal,
  'id' | 'kind' | 'name' | 'code' | 'unitId' | 'total' | 'status' | 'startsOn' | 'duration' | 'attribute'
>

/** Everything the planner rests on, as one book and the earlier ones of the region have it. */
export type CoverageFacts = {
  year: number
  identity: Pick<Identity, 'regionCode' | 'regionName' | 'level'>
  goals: readonly ObjectGoal[]
  units: readonly Unit[]
  known: readonly KnownEvaluation[]
  /** Colours of the lights of the year's monitoring forms, by goal. */
  lights: ReadonlyMap<string, readonly LightColour[]>
  /** Frozen grades of the year's self-evaluations, by goal. */
  selfGrades: ReadonlyMap<string, Grade>
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/**
 * The key under which the same object is found in another year's book: a department by its code, a government budget by
 * the region's, others by their own code, else by unit and name. Ids are of one book and never part of it.
 */
export function objectKeyOf(object: {
  kind: ObjectKind
  code: string
  name: string
  unitCode: string
  regionCode: string
}): string {
  const { kind, unitCode } = object
  if (kind === 'government') return `government:${object.regionCode}`
  if (kind === 'department') return `department:${plain(unitCode)}`
  const code = plain(object.code)
  return code === '' ? `name:${kind}:${plain(unitCode)}:${plain(object.name)}` : `code:${code}`
}

/**
 * All objects that the year's planner covers: approved policies and projects, every department, the government's own
 * budget and, at 市级, those of the counties that the rules name. A goal stands once, whatever its form says twice.
 */
export function coverageObjects(facts: CoverageFacts, rules: CoverageRules): PlannedObject[] {
  const { wholes, works } = objectMaker(facts, rules)
  return onceEach([...wholes(facts.goals), ...works(facts.goals)])
}

type Making = (goals: readonly ObjectGoal[]) => PlannedObject[]

/**
 * The same in parts: `wholes` makes governments and departments of all goals, `works` the policies and projects of some.
 * What is known of earlier years is sorted once for all of them; one key may come twice.
 */
export function objectMaker(
  facts: Omit<CoverageFacts, 'goals'>,
  rules: CoverageRules,
): { wholes: Making; works: Making } {
  const { identity, units } = facts
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const history = historyByKey(facts)
  const make = (bare: Bare) => plannedObject(bare, facts, history.get(bare.key) ?? [])
  function wholes(goals: readonly ObjectGoal[]) {
    const own = goals.filter(({ kind, status }) => wholeKinds.includes(kind) && status === 'approved')
    return [...governments(identity, own, rules), ...departments(units, own)].map(make)
  }
  function works(goals: readonly ObjectGoal[]) {
    const own = goals.filter(({ kind, status }) => workKinds.includes(kind) && status === 'approved')
    return own.map((goal) => {
      const { kind, code, name } = goal
      const unitCode = unitById.get(goal.unitId)?.code ?? ''
      const key = objectKeyOf({ kind, code, name, unitCode, regionCode: identity.regionCode })
      return make(fromGoal(goal, key))
    })
  }
  return { wholes, works }
}

const wholeKinds: readonly ObjectKind[] = ['government', 'department']
const workKinds: readonly ObjectKind[] = ['policy', 'project']

type Bare = Pick<
  PlannedObject,
  'id' | 'key' | 'kind' | 'name' | 'code' | 'unitId' | 'goalId' | 'size' | 'startedIn'
>

const nothing = {
  id: '',
  key: '',
  kind: 'project',
  name: '',
  code: '',
  unitId: '',
  goalId: '',
  size: null,
  startedIn: null,
} as const

function fromGoal(goal: ObjectGoal, key: string): Bare {
  const { id, kind, name, code, unitId, total } = goal
  return { id, key, kind, name, code, unitId, goalId: id, size: total, startedIn: startOf(goal) }
}

function departments(units: readonly Unit[], approved: readonly ObjectGoal[]): Bare[] {
  return units
    .filter(({ parentId }) => parentId === '')
    .map((unit): Bare => {
      const key = `department:${plain(unit.code)}`
      const goal = approved.find(({ kind, unitId }) => kind === 'department' && unitId === unit.id)
      const bare = goal ? fromGoal(goal, key) : { ...nothing, id: unit.id, unitId: unit.id, code: unit.code }
      return { ...bare, kind: 'department', name: unit.name, key }
    })
}

/** A recurring object that continues was there before its form of the year says it starts. */
function startOf({ startsOn, duration, attribute, kind }: ObjectGoal): number | null {
  if (kind === 'department' || kind === 'government') return null
  if (duration === 'recurring' && attribute !== 'new') return null
  const year = Number(startsOn.slice(0, 4))
  return Number.isSafeInteger(year) && year > 0 ? year : null
}

function governments(
  identity: CoverageFacts['identity'],
  approved: readonly ObjectGoal[],
  { government }: CoverageRules,
): Bare[] {
  const goal = approved.find(({ kind }) => kind === 'government')
  const key = `government:${identity.regionCode}`
  const own: Bare = goal
    ? fromGoal(goal, key)
    : { ...nothing, id: key, key, kind: 'government', name: `${identity.regionName}政府预算` }
  if (identity.level !== 'city') return [own]
  const counties = regions.filter(
    ({ code }) => government.counties.includes(code) && code !== identity.regionCode,
  )
  const below = counties.map(({ code, name }): Bare => {
    const id = `government:${code}`
    return { ...nothing, id, key: id, kind: 'government', code, name: `${name}政府预算` }
  })
  return [own, ...below]
}

function onceEach(list: readonly PlannedObject[]): PlannedObject[] {
  return [...new Map(list.toReversed().map((each) => [each.key, each])).values()].toReversed()
}

const surest = Object.keys(evaluationSources)

function historyByKey({
  known,
  year,
}: Pick<CoverageFacts, 'known' | 'year'>): Map<string, KnownEvaluation[]> {
  const byKey = new Map<string, KnownEvaluation[]>()
  for (const one of known) {
    if (one.year > year) continue
    const others = byKey.get(one.key) ?? []
    const twin = others.find((other) => other.year === one.year)
    if (twin && surest.indexOf(twin.source) <= surest.indexOf(one.source)) continue
    byKey.set(one.key, [...others.filter((other) => other !== twin), one])
  }
  for (const list of byKey.values()) list.sort((a, b) => b.year - a.year)
  return byKey
}

function plannedObject(
  bare: Bare,
  { lights, selfGrades, year }: Pick<CoverageFacts, 'lights' | 'selfGrades' | 'year'>,
  history: readonly KnownEvaluation[],
): PlannedObject {
  const colours = lights.get(bare.goalId) ?? []
  const selfGrade = selfGrades.get(bare.goalId) ?? ''
  const before = history.filter((one) => one.year < year)
  return {
    id: bare.id,
    key: bare.key,
    kind: bare.kind,
    name: bare.name,
    code: bare.code,
    unitId: bare.unitId,
    goalId: bare.goalId,
    size: bare.size,
    startedIn: bare.startedIn,
    warnings: {
      red: colours.filter((colour) => colour === 'red').length,
      yellow: colours.filter((colour) => colour === 'yellow').length,
    },
    lastGrade: before.find(({ grade }) => grade !== '')?.grade ?? selfGrade,
    evaluatedIn: history.map((one) => one.year),
    history,
    selfGrade,
  }
}
