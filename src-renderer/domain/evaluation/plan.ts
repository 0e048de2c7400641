import type { Moment } from '../dates.ts'
import type { ObjectKind } from '../goals/goal.ts'
import type { Grade } from '../grade.ts'
import type { Fen } from '../money.ts'
import type { StepTaken, StepWanted, Workflow } from '../workflow.ts'
import type { TaskLevel } from './task.ts'

/** One object of the year's list: proposed with reasons, decided by the bureau. */
export type PlanItem = {
  /** Of the goal or unit that is evaluated. */
  objectId: string
  /** The same object in other years' books: see `objectKeyOf`. */
  key: string
  kind: ObjectKind
  unitId: string
  name: string
  level: TaskLevel
  size: Fen | null
  isCompulsory: boolean
  /** Whether the proposal had it on its list when it was decided. */
  isProposed: boolean
  points: number
  reasons: readonly string[]
  decision: 'chosen' | 'dropped'
  /** Why the bureau decided otherwise than proposed. */
  note: string
  /** The task that was made of it; '' before. */
  taskId: string
}

/** An evaluation by the bureau before the first book: entered by hand so that the cycle is counted rightly. */
export type PastEvaluation = { key: string; year: number; grade: Grade | '' }

export const planStates = { draft: '编制中', issued: '已下达' } as const
export type PlanState = keyof typeof planStates

/** 年度评价计划 of a book. */
export type EvaluationPlan = {
  id: string
  bookId: string
  /** How many evaluations the year can bear. */
  capacity: number
  items: readonly PlanItem[]
  past: readonly PastEvaluation[]
  /** Why compulsory ones are not on the list this year, together. */
  leftNote: string
  trail: readonly StepTaken[]
  state: PlanState
  issuedAt: Moment | ''
  revision: number
  changedAt: Moment
  changedBy: string
}

/** What a person decides. */
export type PlanContent = Pick<EvaluationPlan, 'capacity' | 'items' | 'past' | 'leftNote'>

/**
 * 财政监督与绩效管理科 统一制定评价工作计划 (巴财〔2020〕38号 三（二）3): it draws the plan up, issues it, and may take it back
 * with a reason.
 */
export const planFlow: Workflow<PlanState> = {
  name: '评价计划',
  first: 'draft',
  states: {
    draft: { name: planStates.draft, holder: 'performance', days: null },
    issued: { name: planStates.issued, holder: '', days: null },
  },
  steps: [
    { id: 'issue-evaluation-plan', verb: '下达', from: ['draft'], to: ['issued'], opinion: 'optional' },
    {
      id: 'reopen-evaluation-plan',
      verb: '撤销下达',
      from: ['issued'],
      to: ['draft'],
      opinion: 'required',
      back: true,
    },
  ],
}
export type PlanStep = StepWanted<PlanState>

/** A book's plan before anything is decided. */
export function emptyPlan(
  bookId: string,
  capacity: number,
  made: { id: string; at: Moment; by: string },
): EvaluationPlan {
  return {
    id: made.id,
    bookId,
    capacity,
    items: [],
    past: [],
    leftNote: '',
    trail: [],
    state: 'draft',
    issuedAt: '',
    revision: 0,
    changedAt: made.at,
    changedBy: made.by,
  }
}

/** What the year’s list consists of; what was left out stays in the plan with its reason. */
export function chosenItems({ items }: Pick<EvaluationPlan, 'items'>): PlanItem[] {
  return items.filter(({ decision }) => decision === 'chosen')
}
