import type { Calendar } from '#domain/calendar'
import type { Day, Moment } from '#domain/dates'
import type { Disposal } from '#domain/disposals/disposal'
import { type DisposalState, disposalFlow } from '#domain/disposals/flow'
import { candidateOf, countedLights, withMeasure } from '#domain/disposals/propose'
import { type Choice, type DisposalRules, type Measure, measureRule } from '#domain/disposals/rules'
import { steppedDisposal } from '#domain/disposals/step'
import type { Goal } from '#domain/goals/goal'
import { fundTotal, lightsOfMonitoring, type Monitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { Duty } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import type { YearRules } from '#domain/year-rules'
import { workdayAgo } from './workday-ago.ts'

type Made = { nextId: () => string; at: Moment; by: string; today: Day; calendars: readonly Calendar[] }
type StepId = Parameters<typeof steppedDisposal>[2]['id']

/** A step of the demo's road: which, so many days ago, and what was said. */
type Step = [id: StepId, daysAgo: number, opinion?: string]

/** How a disposal of the demo goes. */
type Course = {
  measure: Measure
  steps: readonly Step[]
  answer?: { choice: Choice | ''; text: string }
  letter?: boolean
  /** Falls on a goal that is approved: the way to 目标调整 is open. */
  approved?: true
}

const plan = { choice: 'continue', text: '已重新安排工期，每半月调度一次，9 月底前支付到 60%。' } as const
const giveUp = {
  choice: 'transfer',
  text: '受用地审批影响，年内不能全部开工，申请将部分资金调剂到在建标段。',
} as const
const decide = (daysAgo: number): Step => ['decide-disposal', daysAgo]
const answer = (daysAgo: number): Step => ['answer-disposal', daysAgo]
const pass = (daysAgo: number): Step => ['pass-answer', daysAgo, '情况属实，措施可行。']
const close = (daysAgo: number): Step => ['close-disposal', daysAgo, '已按要求整改到位。']

/** Every state and every measure; which project it falls on follows from what the rules propose. */
const courses: readonly Course[] = [
  { measure: 'adjust', steps: [decide(6)], letter: true, approved: true },
  { measure: 'adjust', steps: [] },
  { measure: 'caution', steps: [decide(26)], letter: true },
  {
    measure: 'suspend',
    steps: [decide(30), ['redecide-disposal', 5, '逾期未报送整改情况。']],
    letter: true,
  },
  {
    measure: 'adjust',
    steps: [decide(16), answer(7), ['return-answer', 3, '请附资金调剂的依据。']],
    answer: giveUp,
    letter: true,
  },
  {
    measure: 'recover',
    steps: [decide(15), answer(4)],
    answer: { choice: '', text: '已核实结余，正在办理收回手续。' },
    letter: true,
  },
  {
    measure: 'correct',
    steps: [decide(24), answer(14), pass(8)],
    answer: { choice: '', text: '已调整实施方案，资金按批复的用途使用。' },
    letter: true,
  },
  { measure: 'hasten', steps: [decide(4)], letter: true },
  { measure: 'hasten', steps: [decide(28), answer(20), pass(16), close(12)], answer: plan, letter: true },
  { measure: 'remind', steps: [] },
  {
    measure: 'remind',
    steps: [decide(20), answer(12)],
    answer: { choice: '', text: '已核对目标与进度，后续按季度跟踪。' },
  },
  { measure: 'hasten', steps: [] },
  { measure: 'remind', steps: [['drop-disposal', 3, '填报数据有误，已更正。']] },
  { measure: 'hasten', steps: [] },
]

const people: Partial<Record<Duty, string>> = { unit: '李明', spending: '陈芳', performance: '王晓' }

/** The disposals of the demo's round: all states and measures, the rest of the warnings left to be proposed. */
export function demoDisposals(
  forms: readonly Monitoring[],
  goals: readonly Pick<Goal, 'id' | 'status'>[],
  pack: YearRules,
  made: Made,
): Disposal[] {
  const rules = pack.monitoring.disposal
  const candidates = forms.flatMap((form) => {
    const lights = countedLights(form, lightsOfMonitoring(form, referenceOf(form), pack.monitoring))
    const candidate = candidateOf(form, lights, null, rules)
    return candidate ? [{ form, candidate }] : []
  })
  // What is suspended or taken back is a project's rather than a whole department's.
  candidates.sort(
    (left, right) => Number(left.form.kind === 'department') - Number(right.form.kind === 'department'),
  )
  const approved = new Set(goals.filter(({ status }) => status === 'approved').map(({ id }) => id))
  const taken = new Set<string>()
  let number = 0
  return courses.flatMap((course) => {
    const fitting = candidates.filter(
      ({ candidate }) => !taken.has(candidate.goalId) && candidate.proposed.includes(course.measure),
    )
    const first = course.approved && fitting.find(({ candidate }) => approved.has(candidate.goalId))
    const fit = first || fitting[0]
    if (!fit) return []
    taken.add(fit.candidate.goalId)
    const opened: Disposal = {
      ...withMeasure(fit.candidate, course.measure, rules),
      id: made.nextId(),
      bookId: fit.form.bookId,
      amount: measureRule(rules, course.measure)?.hasAmount ? amountOf(fit.form) : null,
      warnedOn: '',
      dueOn: '',
      letterNumber: course.letter ? `南财绩函〔${made.today.slice(0, 4)}〕${++number}号` : '',
      choice: course.answer?.choice ?? '',
      answer: course.answer?.text ?? '',
      doneBy: '',
      answeredOn: '',
      attachments: [],
      trail: [],
      state: 'proposed',
      heldSince: made.at,
      revision: 1,
      changedAt: made.at,
      changedBy: made.by,
    }
    return [course.steps.reduce((before, step) => stepped(before, step, rules, made), opened)]
  })
}

/** What the year will leave unspent, in whole thousands of 元; null where nothing is expected to be left. */
function amountOf(form: Monitoring): number | null {
  const { budget, forecast } = fundTotal(form.funds)
  const left = (budget ?? 0) - (forecast ?? 0)
  const thousand = 100_000
  return left > thousand ? left - (left % thousand) : null
}

function stepped(
  before: Disposal,
  [id, daysAgo, opinion = '']: Step,
  rules: DisposalRules,
  made: Made,
): Disposal {
  const step = stepOf(disposalFlow, id)
  const to: DisposalState = step?.to[0] ?? before.state
  const today = workdayAgo(daysAgo, made)
  const isDecided = id === 'decide-disposal' || id === 'redecide-disposal'
  const duty: Duty = disposalFlow.states[before.state].holder || 'performance'
  const actor: Duty = id === 'redecide-disposal' ? 'performance' : duty
  const at = `${today}T02:00:00.000Z`
  const ground = { today, at, calendars: made.calendars, rules }
  return steppedDisposal(
    isDecided ? { ...before, warnedOn: today } : before,
    to,
    { id, opinion },
    { ...ground, actor: { duty: actor, name: people[actor] ?? '' } },
  )
}
