import type { Objection } from '../appraisals/appraisal.ts'
import type { Moment } from '../dates.ts'
import type { EvaluationTask, TaskReply } from '../evaluation/task.ts'
import { momentOfId } from '../ids.ts'
import { isUnsent } from './unsent.ts'

/** What a unit says that has nothing against the draft: nothing is left to decide of it. */
export const agreement = '对评价情况没有意见。'

/**
 * An evaluation as the evaluated unit may know it (征求意见, 反馈): what is evaluated, by which indicators, with which materials;
 * once it is asked the draft with problems and advice, at the end the conclusion with what was made of its opinions. Named
 * one by one: who scores, single scores, visits, texts of the report and the bureau's own steps never leave.
 */
export function taskForUnit(task: EvaluationTask): EvaluationTask {
  const { id, bookId, goalId, unitId, sectionId, name, code, kind, scope, level, number, system } = task
  const { startsOn, dueOn, state, heldSince, revision, changedAt } = task
  const isConcluded = state === 'concluded'
  const isHeard = state === 'asked' || isConcluded
  return {
    ...{ id, bookId, goalId, unitId, sectionId, name, code, kind, scope, level, number, system },
    ...{ startsOn, dueOn, state, heldSince, revision, changedAt },
    ...{ agencyId: '', isBlind: false, calibrationId: '', aggregation: '', experts: [], texts: {} },
    materials: task.materials.map((material) => ({ ...material, attachment: null, note: '' })),
    problems: isHeard ? task.problems.map((problem) => ({ ...problem, evidence: [] })) : [],
    recommendations: isHeard ? task.recommendations : [],
    replies: isHeard ? task.replies.map((reply) => (isConcluded ? reply : undecided(reply))) : [],
    ...(state === 'asked' && task.draft ? { draft: task.draft } : {}),
    frozen: isConcluded ? task.frozen : null,
    trail: [],
    changedBy: '',
  }
}

/** What is being made of an opinion is said with the conclusion. */
function undecided(reply: TaskReply): TaskReply {
  return { ...reply, decision: reply.text === agreement ? 'adopted' : '', answer: '' }
}

/** Whether a unit may take an opinion back: it is still asked, nobody has decided of it, and no 上报包 has carried it. */
export function mayTakeBack(
  { state }: Pick<EvaluationTask, 'state'>,
  { id, text, decision, answer }: TaskReply,
  reportedUntil: Moment | '',
): boolean {
  const isUndecided = answer === '' && (decision === '' || text === agreement)
  return state === 'asked' && isUndecided && isUnsent(momentOfId(id), reportedUntil)
}

/** The opinions that the bureau has after a unit's came: those that are known stay as they are, new ones are undecided. */
export function heardReplies(ours: readonly TaskReply[], sent: readonly TaskReply[]): TaskReply[] {
  const known = new Set(ours.map(({ id }) => id))
  return [...ours, ...sent.filter(({ id }) => !known.has(id)).map(undecided)]
}

/** The objections that the bureau has after those of the assessed came: what is answered already stays, new ones are open. */
export function heardObjections(ours: readonly Objection[], sent: readonly Objection[]): Objection[] {
  const known = new Set(ours.map(({ id }) => id))
  const added = sent.filter(({ id }) => !known.has(id))
  return [...ours, ...added.map((each): Objection => ({ ...each, decision: '', answer: '' }))]
}
