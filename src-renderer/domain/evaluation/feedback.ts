import type { Moment } from '../dates.ts'
import { formatWeight } from '../goals/weights.ts'
import { grades } from '../grade.ts'
import { formatWan } from '../money.ts'
import type { Actor } from '../people/duties.ts'
import { type StepTaken, type StepWanted, stepTaken, type Workflow } from '../workflow.ts'
import type { EvaluationTask } from './task.ts'

export const feedbackStates = {
  due: '待反馈',
  sent: '待接收',
  received: '待答复',
  answered: '已答复',
} as const
export type FeedbackState = keyof typeof feedbackStates
export const feedbackStateList = Object.keys(feedbackStates) as FeedbackState[] // the keys of the table

/** 政府预算绩效评价结果的反馈: what 预算科 says with the result, and what 监督与绩效管理科 makes of it. */
export type Feedback = {
  state: FeedbackState
  opinion: string
  /** 结果运用建议. */
  answer: string
  heldSince: Moment
}

/**
 * The road of the result of a government's budget (巴财〔2020〕38号 三（二）3: 预算科 evaluates and feeds the result back to
 * 监督与绩效管理科; 三（二）5: which answers with 结果运用建议 to 预算科). The days of the turns are this system's default 〔拟〕.
 */
export const feedbackFlow: Workflow<FeedbackState> = {
  name: '政府预算绩效评价结果反馈',
  first: 'due',
  states: {
    due: { name: feedbackStates.due, holder: 'budget', days: 10 },
    sent: { name: feedbackStates.sent, holder: 'performance', days: 5 },
    received: { name: feedbackStates.received, holder: 'performance', days: 10 },
    answered: { name: feedbackStates.answered, holder: '', days: null },
  },
  steps: [
    {
      id: 'send-evaluation-feedback',
      verb: '反馈结果',
      from: ['due'],
      to: ['sent'],
      opinion: 'required',
    },
    {
      id: 'recall-evaluation-feedback',
      verb: '撤回反馈',
      from: ['sent'],
      to: ['due'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'receive-evaluation-feedback',
      verb: '接收',
      from: ['sent'],
      to: ['received'],
      opinion: 'optional',
    },
    {
      id: 'return-evaluation-feedback',
      verb: '退回补充',
      from: ['sent', 'received'],
      to: ['due'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'answer-evaluation-feedback',
      verb: '答复',
      from: ['received'],
      to: ['answered'],
      opinion: 'required',
    },
    {
      id: 'reopen-evaluation-feedback',
      verb: '撤销答复',
      from: ['answered'],
      to: ['received'],
      opinion: 'required',
      back: true,
    },
  ],
}

type Concluded = Pick<EvaluationTask, 'kind' | 'state' | 'feedback' | 'heldSince'>

/**
 * The feedback of a task: it is due from the conclusion on; null for what is no government's budget, or has no conclusion (or
 * none any more).
 */
export function feedbackOf({ kind, state, feedback, heldSince }: Concluded): Feedback | null {
  if (kind !== 'government' || state !== 'concluded') return null
  return feedback ?? { state: 'due', opinion: '', answer: '', heldSince }
}

export type FeedbackStep = StepWanted<FeedbackState>

/**
 * The task after a step of its feedback that is allowed; the step is noted in the task's trail. What is sent stays to be
 * written on when it comes back; an answer that is taken back too.
 */
export function steppedFeedback(
  task: EvaluationTask,
  before: Feedback,
  to: FeedbackState,
  wanted: FeedbackStep,
  made: { actor: Pick<Actor, 'duty' | 'name'>; at: Moment },
): EvaluationTask {
  const step: StepTaken = stepTaken(feedbackFlow, before.state, to, wanted, made.actor, made.at)
  const said = wanted.opinion.trim()
  const feedback: Feedback = {
    ...before,
    ...(wanted.id === 'send-evaluation-feedback' ? { opinion: said } : {}),
    ...(wanted.id === 'answer-evaluation-feedback' ? { answer: said } : {}),
    ...{ state: to, heldSince: made.at },
  }
  return { ...task, feedback, trail: [...task.trail, step] }
}

/** What is fed back, drafted from the conclusion: result, problems with their amounts, recommendations. */
export function draftedFeedback({
  name,
  frozen,
  problems,
  recommendations,
}: Pick<EvaluationTask, 'name' | 'frozen' | 'problems' | 'recommendations'>): string {
  if (!frozen) return ''
  const listed = problems.map(({ text, amount }) => {
    const bare = text.trim().replace(/[。；;]+$/, '')
    return amount === null ? bare : `${bare}（涉及 ${formatWan(amount)} 万元）`
  })
  const advice = recommendations.map((text) => text.trim().replace(/[。；;]+$/, ''))
  return [
    `${name}绩效评价得 ${formatWeight(frozen.total)} 分，等级为“${grades[frozen.grade]}”。`,
    listed.length > 0 ? `主要问题：${listed.join('；')}。` : '评价没有列出问题。',
    advice.length > 0 ? `建议：${advice.join('；')}。` : '',
  ].join('')
}
