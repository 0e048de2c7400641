import type { Assessment } from '../assessments/assessment.ts'
import { cutOf } from '../assessments/assessment.ts'
import type { Day, Moment } from '../dates.ts'
import { type Disposal, isOverdue } from '../disposals/disposal.ts'
import { type Measure as DisposalMeasure, measures as disposalMeasures } from '../disposals/rules.ts'
import type { SelfEvaluation } from '../evaluation/self-evaluation.ts'
import type { EvaluationTask } from '../evaluation/task.ts'
import type { Goal } from '../goals/goal.ts'
import type { GoalReview } from '../goals/review.ts'
import { formatWeight } from '../goals/weights.ts'
import { grades } from '../grade.ts'
import type { Fen } from '../money.ts'
import { changeBy, directionOf } from './amounts.ts'
import type { Application, Ground, Proposal, Source } from './application.ts'
import {
  type ApplicationRules,
  type MonitoringResult,
  measuresText,
  type ProposalRule,
  proposalFor,
  resultNames,
  sourceKinds,
} from './rules.ts'

/** A result of an object, before the rules are asked. */
export type FoundResult = Pick<
  Application,
  'objectId' | 'goalId' | 'unitId' | 'name' | 'code' | 'kind' | 'budgetBook' | 'budget' | 'source'
> & {
  /** What the source itself takes from the budget (核减、调减); null where it says nothing. */
  taken: Fen | null
  /** Whether it is about the budget of the same year (事前评估, 目标审核) or of the next. */
  isOwnYear: boolean
}

/** What the rules propose for a result. */
export type Candidate = Omit<FoundResult, 'taken' | 'isOwnYear'> &
  Pick<Proposal, 'proposed' | 'proposedChange' | 'reason'> &
  Pick<Application, 'targetYear' | 'ground'> & { rectify: boolean }

type GoalFacts = Pick<Goal, 'id' | 'unitId' | 'name' | 'code' | 'kind' | 'book' | 'total'>

function ofGoal(goal: GoalFacts) {
  const { id, unitId, name, code, kind, book, total } = goal
  return { objectId: id, goalId: id, unitId, name, code, kind, budgetBook: book, budget: total }
}

/** The result of an evaluation that is concluded; null before. The object may have no goal of its own. */
export function resultOfTask(task: EvaluationTask, goal: GoalFacts | undefined): FoundResult | null {
  if (task.state !== 'concluded' || !task.frozen) return null
  const { total, grade } = task.frozen
  const { id, unitId, name, code, kind, goalId } = task
  const bare = {
    objectId: id,
    goalId,
    unitId,
    name,
    code,
    kind,
    budgetBook: 'general' as const,
    budget: null,
  }
  const answer = task.feedback?.answer ?? ''
  const said = [...task.problems.map(({ text }) => text), ...task.recommendations, answer]
  return {
    ...(goal ? ofGoal(goal) : bare),
    source: {
      kind: 'evaluation',
      id,
      name: `${name}绩效评价`,
      result: grade,
      score: total,
      said: joined(said) || `评价等级为“${grades[grade]}”。`,
    },
    taken: null,
    isOwnYear: false,
  }
}

/** The result of a self-evaluation that was collected; null before, or where it came to no grade. */
export function resultOfSelf(form: SelfEvaluation, goal: GoalFacts | undefined): FoundResult | null {
  if (form.state !== 'collected' || !goal || !form.frozen || form.frozen.grade === '') return null
  const { total, grade } = form.frozen
  return {
    ...ofGoal(goal),
    source: {
      kind: 'self-evaluation',
      id: form.id,
      name: `${form.name}绩效自评`,
      result: grade,
      score: total,
      said: joined([form.problems, form.fundsReason]) || `自评等级为“${grades[grade]}”。`,
    },
    taken: null,
    isOwnYear: false,
  }
}

/** The conclusion of a pre-assessment; null before there is one. */
export function resultOfAssessment(assessment: Assessment, goal: GoalFacts | undefined): FoundResult | null {
  if (assessment.state !== 'concluded' || assessment.conclusion === '' || !goal) return null
  const cut = cutOf(assessment)
  return {
    ...ofGoal(goal),
    budget: assessment.amount,
    source: {
      kind: 'assessment',
      id: assessment.id,
      name: `${assessment.name}事前绩效评估`,
      result: assessment.conclusion,
      score: null,
      said: joined([assessment.texts.problems, assessment.texts.overall]),
    },
    taken: cut === 0 ? null : cut,
    isOwnYear: true,
  }
}

/** The grade of the review of a goal, once a person confirmed it; null before. */
export function resultOfReview(review: GoalReview, goal: GoalFacts | undefined): FoundResult | null {
  const { grade } = review.sheet
  if (grade === '' || !goal) return null
  return {
    ...ofGoal(goal),
    source: {
      kind: 'review',
      id: review.id,
      name: `${review.name}绩效目标审核`,
      result: grade,
      score: null,
      said: `目标审核综合评定为“${grades[grade]}”。`,
    },
    taken: null,
    isOwnYear: true,
  }
}

const ofDisposal: Partial<Readonly<Record<DisposalMeasure, MonitoringResult>>> = {
  adjust: 'adjusted',
  recover: 'recovered',
  suspend: 'suspended',
}

/** What monitoring came to: a measure about the budget that was decided, or an answer that did not come; null otherwise. */
export function resultOfDisposal(
  disposal: Disposal,
  goal: GoalFacts | undefined,
  today: Day,
): FoundResult | null {
  if (disposal.state === 'proposed' || disposal.state === 'dropped' || !goal) return null
  const result = isOverdue(disposal, today) ? 'unrectified' : ofDisposal[disposal.measure]
  if (!result) return null
  const { id, amount, causes, measure } = disposal
  return {
    ...ofGoal(goal),
    source: {
      kind: 'disposal',
      id,
      name: `${disposal.name}监控处置（${disposalMeasures[measure]}）`,
      result,
      score: null,
      said: joined(causes.map(({ text }) => text)),
    },
    taken: result === 'unrectified' ? null : amount,
    isOwnYear: false,
  }
}

function joined(texts: readonly string[]): string {
  // Several indicators may have lost for the same reason.
  const said = new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))
  return [...said].join('\n')
}

/**
 * The results that count: of one object an evaluation stands before its self-evaluation (评价 proves what the unit says of
 * itself).
 */
export function countedResults(found: readonly FoundResult[]): FoundResult[] {
  const evaluated = new Set(
    found.flatMap(({ goalId, source }) => (source.kind === 'evaluation' && goalId !== '' ? [goalId] : [])),
  )
  // The evaluation of a government's budget has no goal of its own; there is one government in a book.
  const hasGovernment = found.some(
    ({ kind, source }) => kind === 'government' && source.kind === 'evaluation',
  )
  return found.filter(
    ({ kind, goalId, source }) =>
      source.kind !== 'self-evaluation' ||
      (!evaluated.has(goalId) && !(hasGovernment && kind === 'government')),
  )
}

/** What the rules propose for a result of a year; null where they propose nothing. */
export function candidateOf(
  found: FoundResult,
  year: number,
  rules: Pick<ApplicationRules, 'proposals' | 'measures'>,
): Candidate | null {
  const given = proposalFor(found.source, found.kind, rules)
  if (!given) return null
  const { taken, isOwnYear, ...object } = found
  const rule = taken === null ? withoutCut(given, rules) : given
  const change = taken !== null ? -taken : changeBy(found.budget, rule.cut?.usual ?? 0)
  return {
    ...object,
    proposed: rule.measures,
    proposedChange: change,
    reason: reasonOf(found.source, rule, rule !== given),
    targetYear: isOwnYear ? year : year + 1,
    ground: groundOf(rule),
    rectify: rule.rectify,
  }
}

/**
 * The rule where neither it nor the source says how much to cut (调整后支持 without 核减): a cut of nothing is none, so what may
 * be chosen instead and cuts nothing is proposed; the cut may still be chosen.
 */
function withoutCut(rule: ProposalRule, rules: Pick<ApplicationRules, 'measures'>): ProposalRule {
  if (rule.cut !== null || directionOf(rule.measures, rules) !== 'down') return rule
  const instead = rule.others.find((measure) => directionOf([measure], rules) !== 'down')
  if (!instead) return rule
  const others = [...rule.others.filter((measure) => measure !== instead), ...rule.measures]
  return { ...rule, measures: [instead], others }
}

function groundOf({ id, clause, mark, measures, others, cut, calls }: ProposalRule): Ground {
  return { ruleId: id, clause, mark, measures, others, cut, calls }
}

function reasonOf(
  { kind, result, score }: Source,
  { measures, cut }: ProposalRule,
  isUncut: boolean,
): string {
  const points = score === null ? '' : `得 ${formatWeight(score)} 分，`
  const share = cut === null ? '' : cutText(cut)
  return `${sourceKinds[kind]}${points}结果为“${resultNames[result]}”，${isUncut ? '没有核减金额，' : ''}按规则建议${measuresText(measures)}${share}。`
}

/** A share in words: （10%—20%，建议 10%）. */
export function cutText({ least, most, usual }: { least: number; most: number; usual: number }): string {
  const range = least === most ? `${least}%` : `${least}%—${most}%`
  return least === usual && least === most ? `（${range}）` : `（${range}，建议 ${usual}%）`
}

/** Whether a result is already being applied, or was decided not to be. */
export function isTaken(
  { source }: Pick<Candidate, 'source'>,
  known: readonly Pick<Application, 'source'>[],
): boolean {
  return known.some(({ source: other }) => other.kind === source.kind && other.id === source.id)
}

/** An application as it is listed. */
export function openedApplication(
  candidate: Candidate,
  made: { id: string; bookId: string; at: Moment; by: string; next: { id: string; name: string } | null },
): Application {
  const { rectify, ...listed } = candidate
  return {
    ...listed,
    id: made.id,
    bookId: made.bookId,
    nextGoalId: made.next?.id ?? '',
    nextName: made.next?.name ?? '',
    letterNumber: '',
    ...{ budgetOpinion: '', decided: [], decidedChange: null, decisionReason: '', decidedBy: '' },
    ...{ decidedOn: '', dueOn: '', answer: '', answeredOn: '', doneChange: null, attachments: [] },
    followUps: [],
    rectification: rectify ? emptyRectification(candidate, made.at) : null,
    referrals: [],
    trail: [],
    state: 'draft',
    heldSince: made.at,
    revision: 1,
    changedAt: made.at,
    changedBy: made.by,
  }
}

/** A rectification that is only intended: what was found is its problem. */
export function emptyRectification(
  { source }: Pick<Candidate, 'source'>,
  at: Moment,
): NonNullable<Application['rectification']> {
  return {
    problem: source.said,
    ...{ demand: '', dueOn: '', number: '', report: '', proof: [] },
    ...{ orderedOn: '', reportedOn: '', clearedOn: '', conclusion: '' },
    state: 'none',
    heldSince: at,
  }
}
