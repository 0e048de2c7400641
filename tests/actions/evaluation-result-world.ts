import { openSecondRound } from '#actions/open-second-round'
import { replyEvaluation } from '#actions/reply-evaluation'
import type { Actor } from '#domain/people/duties'
import { combiningTask, taskIn } from '../storage/evaluation-world.ts'

/** The writes by which an evaluation is concluded, each ready to be tried by a duty. */
export const evaluationResultActions = {
  'open-second-round': async () => {
    const { task } = await combiningTask()
    return (actor: Actor) => openSecondRound(task.id, task.revision, actor)
  },
  'reply-evaluation': async () => {
    const { task } = await taskIn('asked')
    return (actor: Actor) =>
      replyEvaluation(task.id, task.revision, { about: '', text: '返工是暴雨所致。' }, actor)
  },
}
