import type { Moment } from '#domain/dates'
import { editionOf } from '#domain/evaluation/rules'
import {
  type ExecutedFunds,
  fundSum,
  openedSelfEvaluation,
  type SelfEvaluation,
  type SelfEvaluationEntry,
} from '#domain/evaluation/self-evaluation'
import { type SelfEvaluationState, selfEvaluationFlow } from '#domain/evaluation/self-evaluation-flow'
import { frozenScore, scoreOf } from '#domain/evaluation/self-evaluation-score'
import type { Goal } from '#domain/goals/goal'
import type { Fen } from '#domain/money'
import { parseDecimal } from '#domain/monitoring/ratio'
import type { Duty } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import { type StepTaken, stepTaken } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { asWritten, isDressedUp } from './self-evaluations-dishonest.ts'

type Made = { nextId: () => string; at: Moment; by: string }
type World = {
  bookId: string
  goals: readonly Goal[]
  units: readonly Unit[]
  executed: ReadonlyMap<string, ExecutedFunds>
}

/** How far a project came, in percent of its targets; each indicator strays a little from it. */
const courses = [101, 101, 95, 103, 101, 84, 102, 97, 101, 70, 100, 90, 48] as const
const strays = [0, 3, -1, 2, -2, 1, 4] as const

/** One after another, so that every state is there; most of a finished year is collected. */
const states: readonly (SelfEvaluationState | 'empty')[] = [
  'collected',
  'collected',
  'confirmed',
  'collected',
  'submitted',
  'collected',
  'collected',
  'returned',
  'collected',
  'confirmed',
  'draft',
  'collected',
  'submitted',
  'collected',
  'empty',
  'collected',
]

const causes = ['秋汛冲毁便道', '招标流标一次', '上级资金十月到位', '对象外出未办理', '设备到货较晚'] as const
const measures = ['下年一季度补齐', '已签补充合同', '改为提前招标', '逐户上门办理'] as const

/** 自评 of a finished demo year: most are honest, a dozen are not, and every state and grade is there. */
export function demoSelfEvaluations(world: World, pack: YearRules, made: Made): SelfEvaluation[] {
  const sectionOf = new Map(world.units.map((unit) => [unit.id, unit.sectionId]))
  return world.goals.flatMap((goal, order) => {
    // The national form has a row for last year's money; all others are on the province's.
    const hasCarryover = goal.funding.some(({ source }) => source === 'carryover')
    const edition = editionOf(hasCarryover ? 'national' : 'sichuan', pack.evaluation.selfEvaluation)
    if (!edition) return []
    const opened = openedSelfEvaluation(goal, {
      id: made.nextId(),
      sectionId: sectionOf.get(goal.unitId) ?? '',
      edition,
      executed: world.executed.get(goal.id) ?? [],
      at: made.at,
      by: made.by,
    })
    return [travelled({ ...opened, revision: 1 }, order, pack, made.at)]
  })
}

function travelled(opened: SelfEvaluation, order: number, pack: YearRules, at: Moment): SelfEvaluation {
  const turn = states[order % states.length] ?? 'empty'
  const wanted = turn === 'empty' && isDressedUp(opened.name) ? 'submitted' : turn
  const state = wanted === 'empty' ? 'draft' : wanted
  const form = wanted === 'empty' ? opened : asWritten(filled(opened, order))
  const moved: SelfEvaluation = { ...form, state, trail: trailOf(state, at) }
  const score = scoreOf(moved, pack)
  const isSeen = state === 'confirmed' || state === 'collected'
  const total = isSeen && score?.total ? departmentTotal(score.total, order) : null
  return {
    ...moved,
    department: { opinion: isSeen ? departmentOpinion(total, score?.total ?? null) : '', total },
    frozen: state === 'collected' && score ? frozenScore(score, pack) : null,
  }
}

function departmentTotal(total: number, order: number): number {
  return order % 4 === 1 ? Math.max(0, total - 250) : total
}

function departmentOpinion(total: number | null, own: number | null): string {
  if (total === null) return ''
  return total === own ? '情况属实，同意自评结果。' : '满意度缺少调查样本，酌减 2.5 分。'
}

function filled(form: SelfEvaluation, order: number): SelfEvaluation {
  const course = courses[order % courses.length] ?? 101
  const funds = form.funds.map((row) => ({
    ...row,
    // Of departments as a whole the treasury has no line of its own.
    paid: row.paid ?? (row.revised === null ? null : shareOf(row.revised, 97 + (order % 3))),
  }))
  const { initial, revised, paid } = fundSum(funds)
  const isLow = revised !== null && paid !== null && BigInt(paid) * 100n < BigInt(revised) * 90n
  const entries = form.entries.map((entry, index) => reported(form, entry, course, order + index))
  const [first] = entries
  const missed = entries.filter(({ deviation }) => deviation !== '').map(({ name }) => name)
  return {
    ...form,
    funds,
    fundsReason: isLow ? `${form.name}尾款待竣工决算审定后支付，涉及 ${order + 3} 份合同。` : '',
    adjustmentReason: initial !== revised ? `年中追加${form.name}市级配套资金。` : '',
    entries,
    completion: first ? `${form.name}按计划实施，${first.name} ${first.actual}${first.unit}。` : '',
    process: `${form.name}由${order % 2 === 0 ? '本单位' : '项目股室'}组织实施，按合同和台账验收。`,
    summary: `${form.name}${missed.length === 0 ? '年度目标完成' : `有 ${missed.length} 项指标未达到`}。`,
    problems: missed.length === 0 ? '' : `${form.name}的${missed.slice(0, 2).join('、')}没有达到指标值。`,
    measures: missed.length === 0 ? '' : `${form.name}按月对账，逐项补齐差额。`,
  }
}

function shareOf(amount: Fen, percent: number): Fen {
  return Number((BigInt(amount) * BigInt(percent)) / 100n)
}

function reported(
  form: SelfEvaluation,
  entry: SelfEvaluationEntry,
  course: number,
  turn: number,
): SelfEvaluationEntry {
  const stray = strays[turn % strays.length] ?? 0
  const actual = valueAt(entry, course + (course < 100 ? stray * 2 : stray))
  const isShort = !reaches(entry, actual)
  const cause = causes[turn % causes.length] ?? ''
  const measure = measures[turn % measures.length] ?? ''
  return {
    ...entry,
    actual,
    deviation: isShort ? `${form.name}“${entry.name}”差在${cause}，${measure}。` : '',
  }
}

/** So many percent of a target in its own decimals; a limit (≤) is undercut or exceeded accordingly. */
function valueAt(entry: SelfEvaluationEntry, percent: number): string {
  const goal = entry.operator === '定性' ? null : parseDecimal(entry.value)
  if (!goal) return percent >= 100 ? entry.value : '基本完成'
  // What is not allowed at all, or must fall, is kept to the letter.
  if (goal.of <= 0n) return entry.value
  const isLimit = entry.operator === '≤' || entry.operator === '<'
  if (entry.operator === '=' && percent >= 95) return entry.value
  const share = BigInt(isLimit ? Math.max(60, 200 - percent) : percent)
  const isRate = /[%‰]/.test(entry.unit)
  const decimals = (entry.value.split('.')[1] ?? '').length + (isRate ? 1 : 0)
  const scale = 10n ** BigInt(decimals)
  const [top, base] = [goal.of * share * scale, goal.to * 100n]
  const units = isLimit && percent < 100 ? (top + base - 1n) / base : top / base
  const most = entry.unit === '%' ? 100n * scale : units
  return written(units > most ? most : units, decimals)
}

function written(units: bigint, decimals: number): string {
  if (decimals === 0) return `${units}`
  const text = `${units}`.padStart(decimals + 1, '0')
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`.replace(/\.?0+$/, '')
}

function reaches({ operator, value }: SelfEvaluationEntry, actual: string): boolean {
  const [goal, reached] = [parseDecimal(value), parseDecimal(actual)]
  if (!goal || !reached) return value === actual
  const difference = reached.of * goal.to - goal.of * reached.to
  if (operator === '≤' || operator === '<') return difference <= 0n
  return operator === '=' ? difference === 0n : difference >= 0n
}

const people: Partial<Record<Duty, string>> = { unit: '李明', spending: '陈芳', performance: '王晓' }
type Step = [id: Permission, from: SelfEvaluationState, to: SelfEvaluationState, duty: Duty, opinion: string]
const submitted: Step = ['submit-self-evaluation', 'draft', 'submitted', 'unit', '']
const passed: Step = ['pass-self-evaluation', 'submitted', 'confirmed', 'spending', '数据与国库支出一致。']
const collected: Step = ['collect-self-evaluation', 'confirmed', 'collected', 'performance', '']
const refused: Step = [
  'return-self-evaluation',
  'submitted',
  'returned',
  'spending',
  '完成值缺少依据，请附验收资料后再报。',
]

const roads: Readonly<Record<SelfEvaluationState, readonly Step[]>> = {
  draft: [],
  submitted: [submitted],
  returned: [submitted, refused],
  confirmed: [submitted, passed],
  collected: [submitted, passed, collected],
}

function trailOf(state: SelfEvaluationState, at: Moment): StepTaken[] {
  return roads[state].map(([id, from, to, duty, opinion]) =>
    stepTaken(selfEvaluationFlow, from, to, { id, opinion }, { duty, name: people[duty] ?? '' }, at),
  )
}
