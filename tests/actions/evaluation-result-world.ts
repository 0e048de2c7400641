import { openSecondRound } from '#actions/open-second-round'
import { replyEvaluation } from '#actions/reply-evaluation'
import { takeFeedbackStep } from '#actions/take-feedback-step'
import { withdrawEvaluationReply } from '#actions/withdraw-evaluation-reply'
import { type FeedbackState, feedbackFlow } from '#domain/evaluation/feedback'
import type { EvaluationTask } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import { db } from '#storage/database'
import { combiningTask, taskIn } from '../storage/evaluation-world.ts'
import { acting } from '../storage/world.ts'
import { type Cases, stateBefore } from './action-case.ts'

/** A concluded evaluation of a government's budget, its feedback as far as given; due where not. */
export async function concludedGovernment(
  state: FeedbackState = 'due',
): Promise<Awaited<ReturnType<typeof taskIn>>> {
  const world = await taskIn('concluded')
  const feedback = { state, opinion: '', answer: '', heldSince: world.task.heldSince }
  const task: EvaluationTask = {
    ...world.task,
    ...{ kind: 'government', scope: 'government', name: '南江县政府预算', goalId: '', unitId: '' },
    ...(state === 'due' ? {} : { feedback }),
    frozen: {
      ...{ rulesId: 'frame-2021', rulesVersion: 1, aggregation: 'mean', points: {} },
      total: 8650,
      grade: 'good',
    },
  }
  await db.evaluationTasks.put(task)
  return { ...world, task }
}

function feedbackStep(id: Permission) {
  return async () => {
    const { task } = await concludedGovernment(stateBefore(feedbackFlow, id))
    return (actor: Actor) => takeFeedbackStep(task.id, task.revision, { id, opinion: '意见' }, actor)
  }
}

/** The writes by which an evaluation is concluded, each ready to be tried by a duty. */
export const evaluationResultActions = {
  'open-second-round': async () => {
    const { task } = await combiningTask()
    return (actor) => openSecondRound(task.id, task.revision, actor)
  },
  'send-evaluation-feedback': feedbackStep('send-evaluation-feedback'),
  'recall-evaluation-feedback': feedbackStep('recall-evaluation-feedback'),
  'receive-evaluation-feedback': feedbackStep('receive-evaluation-feedback'),
  'return-evaluation-feedback': feedbackStep('return-evaluation-feedback'),
  'answer-evaluation-feedback': feedbackStep('answer-evaluation-feedback'),
  'reopen-evaluation-feedback': feedbackStep('reopen-evaluation-feedback'),
  'reply-evaluation': async () => {
    const { task } = await taskIn('asked')
    return (actor) => replyEvaluation(task.id, task.revision, { about: '', text: '返工是暴雨所致。' }, actor)
  },
  'withdraw-evaluation-reply': async () => {
    const { task } = await taskIn('asked')
    const said = { about: '', text: '返工是暴雨所致。' }
    const replied = await replyEvaluation(task.id, task.revision, said, acting('unit', '205003'))
    const [reply] = replied.replies
    return (actor) => withdrawEvaluationReply(task.id, replied.revision, reply?.id ?? '', actor)
  },
} satisfies Cases
