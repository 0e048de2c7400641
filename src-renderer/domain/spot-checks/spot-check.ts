import type { Attachment } from '../attachment.ts'
import type { Day, Moment } from '../dates.ts'
import { targetText } from '../goals/goal.ts'
import { formatWanExact } from '../money.ts'
import { fundTotal, type Monitoring } from '../monitoring/monitoring.ts'
import type { Actor } from '../people/duties.ts'
import type { ScreeningCode } from '../screening/rules.ts'
import { type StepTaken, type StepWanted, stepTaken } from '../workflow.ts'
import { type SpotCheckState, spotCheckFlow } from './flow.ts'

/** How a form came to be picked for 重点核查. */
export const pickWays = { risk: '按风险', random: '随机抽取', hand: '指定' } as const
export type PickWay = keyof typeof pickWays

/** 核查结论, of one line and of the whole; the last is the worst. */
export const verdicts = { true: '属实', mostly: '基本属实', false: '不实' } as const
export type Verdict = keyof typeof verdicts
const verdictList = Object.keys(verdicts) as Verdict[] // the keys of the table

/** 核查事项: what was reported of one thing, and what was found of it on the spot. */
export type CheckedLine = {
  id: string
  /** Of the form's indicator; '' for the money and for what a checker added. */
  entryId: string
  subject: string
  target: string
  reported: string
  found: string
  verdict: Verdict | ''
  text: string
  evidence: readonly Attachment[]
}

/** What the screening said of the form when it was picked. */
export type CheckGround = { code: ScreeningCode; at: string; message: string }

/** 重点核查 of a reported form (监督检查局, 巴财〔2020〕38号 三（二）2). */
export type SpotCheck = {
  id: string
  bookId: string
  roundId: string
  monitoringId: string
  goalId: string
  unitId: string
  name: string
  code: string
  way: PickWay
  /** The pick it came from. */
  pickId: string
  /** Why it was picked, as one sentence; and what the screening had found. */
  ground: string
  points: number
  grounds: readonly CheckGround[]
  /** Revision of the form when it was picked: a later one shows that it was changed since. */
  formRevision: number
  /** 现场核查. */
  checkedOn: Day
  place: string
  checkers: string
  lines: readonly CheckedLine[]
  record: string
  suggestion: string
  verdict: Verdict | ''
  evidence: readonly Attachment[]
  /** 单位说明. */
  explanation: string
  trail: readonly StepTaken[]
  state: SpotCheckState
  heldSince: Moment
  revision: number
  changedAt: Moment
  changedBy: string
}

/** What a checker writes. */
export type SpotCheckContent = Pick<
  SpotCheck,
  'checkedOn' | 'place' | 'checkers' | 'lines' | 'record' | 'suggestion' | 'verdict' | 'evidence'
>

export const emptyLine: CheckedLine = {
  id: '',
  entryId: '',
  subject: '',
  target: '',
  reported: '',
  found: '',
  verdict: '',
  text: '',
  evidence: [],
}

/** The things to be checked of a form: its money, then each indicator, with what was reported. */
export function linesOf(form: Monitoring): CheckedLine[] {
  const { budget, paid } = fundTotal(form.funds)
  const money: CheckedLine = {
    ...emptyLine,
    id: 'paid',
    subject: '已执行数（万元）',
    target: budget === null ? '' : `预算 ${formatWanExact(budget)}`,
    reported: formatWanExact(paid),
  }
  const indicators = form.entries.map((entry) => ({
    ...emptyLine,
    id: entry.id,
    entryId: entry.id,
    subject: entry.name,
    target: targetText(entry),
    reported: entry.actual,
  }))
  return [money, ...indicators]
}

/** The verdict that follows from the lines: the worst of those that were checked; '' where none was. */
export function proposedVerdict(lines: readonly Pick<CheckedLine, 'verdict'>[]): Verdict | '' {
  return verdictList.findLast((verdict) => lines.some((line) => line.verdict === verdict)) ?? ''
}

/** Whether the last that was done is the unit's explanation. */
export function isExplained({ trail }: Pick<SpotCheck, 'trail'>): boolean {
  return trail.at(-1)?.step === 'explain-spot-check'
}

/** The check after a step that is allowed: its state, the note in its trail, and the unit's explanation. */
export function steppedCheck(
  check: SpotCheck,
  to: SpotCheckState,
  wanted: StepWanted<SpotCheckState>,
  made: { actor: Pick<Actor, 'duty' | 'name'>; at: Moment },
): SpotCheck {
  const step = stepTaken(spotCheckFlow, check.state, to, wanted, made.actor, made.at)
  return {
    ...check,
    state: to,
    heldSince: made.at,
    explanation: wanted.id === 'explain-spot-check' ? wanted.opinion.trim() : check.explanation,
    trail: [...check.trail, step],
  }
}
