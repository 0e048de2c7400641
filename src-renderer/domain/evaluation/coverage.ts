import type { ObjectKind } from '../goals/goal.ts'
import { objectKinds } from '../goals/goal.ts'
import { type Grade, grades } from '../grade.ts'
import { type Fen, formatWan } from '../money.ts'
import type { CoverageRules } from './coverage-rules.ts'

/** What may be evaluated, with what is known of it. */
export type CoverageObject = {
  id: string
  kind: ObjectKind
  name: string
  unitId: string
  /** Its money of the year in 分; null where unknown. */
  size: Fen | null
  warnings: { red: number; yellow: number }
  /** Of the last 财政重点评价 or, failing that, of the last self-evaluation; '' where there is none. */
  lastGrade: Grade | ''
  /** Years in which it was evaluated by the bureau, or is planned to be. */
  evaluatedIn: readonly number[]
  /** The first year it can be evaluated for; null where it was there from the beginning of the cycle. */
  startedIn: number | null
}

export const coverageStates = {
  covered: '周期内已评',
  open: '周期内待评',
  due: '今年到期',
  overdue: '已逾期',
} as const
export type CoverageState = keyof typeof coverageStates

/** `dueIn`: the last year in which it must be evaluated. */
export type Coverage = { last: number | null; dueIn: number; state: CoverageState }

/**
 * Whether an object is covered at a year (巴财〔2020〕38号: 部门、政策、项目 once in 4 years, 政府预算 every year): it falls due so
 * many years after its last evaluation, or after the beginning of the cycle (its own beginning) when there was none.
 */
export function coverageOf(
  object: Pick<CoverageObject, 'kind' | 'evaluatedIn' | 'startedIn'>,
  year: number,
  { cycle }: CoverageRules,
): Coverage {
  const past = object.evaluatedIn.filter((one) => one <= year)
  const last = past.length === 0 ? null : Math.max(...past)
  const years = object.kind === 'government' ? 1 : cycle.years
  const dueIn = last === null ? Math.max(cycle.since, object.startedIn ?? 0) + years - 1 : last + years
  if (last === year) return { last, dueIn, state: 'covered' }
  if (dueIn < year) return { last, dueIn, state: 'overdue' }
  if (dueIn === year) return { last, dueIn, state: 'due' }
  return { last, dueIn, state: last === null ? 'open' : 'covered' }
}

export type RiskPart = { points: number; reason: string }

/** What makes an object urgent, part by part; parts without points are left out. */
export function riskParts(object: CoverageObject, year: number, rules: CoverageRules): RiskPart[] {
  const { sizes, warnings, grades: byGrade, waiting, cycle } = rules
  const size = sizes.findLast(({ from }) => (object.size ?? 0) >= from)
  const red = Math.min(object.warnings.red, warnings.most)
  const yellow = Math.min(object.warnings.yellow, warnings.most)
  const { last } = coverageOf(object, year, rules)
  const began = Math.max(cycle.since, object.startedIn ?? 0)
  const years = Math.max(0, year - (last ?? began))
  const grade = object.lastGrade
  const parts: RiskPart[] = [
    { points: size?.points ?? 0, reason: `资金 ${formatWan(object.size)} 万元` },
    { points: red * warnings.red, reason: `红灯 ${object.warnings.red} 次` },
    { points: yellow * warnings.yellow, reason: `黄灯 ${object.warnings.yellow} 次` },
    {
      points: grade === '' ? 0 : byGrade.points[grade],
      reason: grade === '' ? '' : `上次等级“${grades[grade]}”`,
    },
    {
      points: years * waiting.perYear,
      reason: last === null ? `${began} 年以来没有评过` : `距上次评价 ${years} 年`,
    },
  ]
  return parts.filter(({ points }) => points > 0)
}

export type Proposal = {
  object: CoverageObject
  coverage: Coverage
  points: number
  /** It must be evaluated in the year: by its kind or because it falls due. */
  isCompulsory: boolean
  /** Evaluated so lately that others come first, however risky it is. */
  isResting: boolean
  /** Chinese, what must be first, then by weight. */
  reasons: readonly string[]
}

export type CoverageProposal = {
  chosen: readonly Proposal[]
  /** By risk, highest first; what was evaluated lately comes last. */
  left: readonly Proposal[]
  /** Compulsory ones that the capacity leaves no room for; they are among `left`. */
  beyond: number
  /** Objects of the cycle not covered yet, and how many a year they make until the last falls due: is the pace enough? */
  uncovered: number
  neededPerYear: number
}

/**
 * Proposes the list of a year within a capacity (number of evaluations): what must be evaluated first, then by risk, what
 * was evaluated lately last. The bureau decides. Objects already evaluated in the year are left out.
 */
export function proposeYear(
  objects: readonly CoverageObject[],
  year: number,
  capacity: number,
  rules: CoverageRules,
): CoverageProposal {
  const open = objects
    .map((object) => proposalOf(object, year, rules))
    .filter(({ coverage }) => coverage.last !== year)
    .toSorted(inOrder)
  const chosen = open.slice(0, Math.max(0, capacity))
  const left = open.slice(Math.max(0, capacity)).toSorted(byRisk)
  const uncovered = open.filter(
    ({ object, coverage }) => object.kind !== 'government' && coverage.state !== 'covered',
  )
  return {
    chosen,
    left,
    beyond: left.filter(({ isCompulsory }) => isCompulsory).length,
    uncovered: uncovered.length,
    neededPerYear: neededPerYear(
      uncovered.map(({ coverage }) => coverage.dueIn),
      year,
    ),
  }
}

function proposalOf(object: CoverageObject, year: number, rules: CoverageRules): Proposal {
  const coverage = coverageOf(object, year, rules)
  const parts = riskParts(object, year, rules).toSorted((a, b) => b.points - a.points)
  const must = mustReason(object, coverage, year, rules)
  const since = coverage.last === null ? null : year - coverage.last
  const isResting = must === '' && since !== null && since <= rules.waiting.rest
  return {
    object,
    coverage,
    isResting,
    points: parts.reduce((sum, { points }) => sum + points, 0),
    isCompulsory: must !== '',
    reasons: [
      ...(must === '' ? [] : [must]),
      ...parts.map(({ reason, points }) => `${reason}（${points} 分）`),
      ...(isResting ? [`${since} 年前刚评过，排在其他对象之后`] : []),
    ],
  }
}

function mustReason(
  { kind }: CoverageObject,
  { state, dueIn }: Coverage,
  year: number,
  { cycle }: CoverageRules,
): string {
  if (kind === 'government') return `${objectKinds[kind]}每年必评`
  if (state === 'overdue')
    return `每 ${cycle.years} 年必评一次，应在 ${dueIn} 年前评，已逾期 ${year - dueIn} 年`
  return state === 'due' ? `每 ${cycle.years} 年必评一次，今年到期` : ''
}

/** Compulsory first: every-year objects, then the longest overdue; the rest by risk. */
function inOrder(left: Proposal, right: Proposal): number {
  if (left.isCompulsory !== right.isCompulsory) return left.isCompulsory ? -1 : 1
  if (!left.isCompulsory) return byRisk(left, right)
  const yearly = Number(right.object.kind === 'government') - Number(left.object.kind === 'government')
  return (
    yearly ||
    left.coverage.dueIn - right.coverage.dueIn ||
    right.points - left.points ||
    compareIds(left, right)
  )
}

function byRisk(left: Proposal, right: Proposal): number {
  return (
    Number(left.isResting) - Number(right.isResting) || right.points - left.points || compareIds(left, right)
  )
}

function compareIds({ object: { id: left } }: Proposal, { object: { id: right } }: Proposal): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** The smallest number a year with which all are done in time: the largest of what is due through each year ÷ the years to it. */
function neededPerYear(dueYears: readonly number[], year: number): number {
  const count = new Map<number, number>()
  for (const due of dueYears) count.set(due, (count.get(due) ?? 0) + 1)
  let [through, needed] = [0, 0]
  for (const [due, own] of [...count].sort(([left], [right]) => left - right)) {
    through += own
    needed = Math.max(needed, Math.ceil(through / Math.max(1, due - year + 1)))
  }
  return needed
}

export type CoverageRate = { kind: ObjectKind; covered: number; all: number }

/** 覆盖率: how many of each kind were evaluated within the cycle that ends with the year. */
export function coverageRates(
  objects: readonly CoverageObject[],
  year: number,
  { cycle }: CoverageRules,
): CoverageRate[] {
  const kinds = Object.keys(objectKinds) as ObjectKind[] // the keys of the table
  return kinds.map((kind) => {
    const own = objects.filter((object) => object.kind === kind)
    const first = kind === 'government' ? year : year - cycle.years + 1
    const covered = own.filter(({ evaluatedIn }) => evaluatedIn.some((one) => one >= first && one <= year))
    return { kind, covered: covered.length, all: own.length }
  })
}
