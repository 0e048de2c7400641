import type { Moment } from '#domain/dates'
import { AppError } from '#domain/errors'
import { type FeedbackStep, feedbackFlow, feedbackOf, steppedFeedback } from '#domain/evaluation/feedback'
import { conclusionProblems } from '#domain/evaluation/findings'
import { indicatorsOf } from '#domain/evaluation/indicator-system'
import { isOut } from '#domain/evaluation/kit'
import { nextNumber, openedTask, type TaskWanted } from '#domain/evaluation/open-task'
import { openedSheet, sheetProblems } from '#domain/evaluation/score-sheet'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { frozenResult, resultProblems, scoringProblems, taskProblems } from '#domain/evaluation/task-checks'
import {
  isSheetOpen,
  mayWrite,
  steppedTask,
  type TaskContent,
  type TaskStep,
  taskFlow,
} from '#domain/evaluation/task-flow'
import { missingForDone } from '#domain/evaluation/visit'
import { mayTakeBack } from '#domain/exchange/evaluated'
import type { Problem } from '#domain/problem'
import { nextState } from '#domain/workflow'
import type { YearBook } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { refusalCodes } from './goal-record.ts'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** A task as it is opened; its number follows those of the book. */
export function newTask(
  stamp: Stamp,
  book: Pick<YearBook, 'id' | 'year'>,
  wanted: TaskWanted,
  others: readonly EvaluationTask[],
): EvaluationTask {
  return openedTask(wanted, {
    id: stamp.nextId(),
    systemId: stamp.nextId(),
    bookId: book.id,
    number: nextNumber(book.year, others),
    at: stamp.at,
    by: stamp.by,
  })
}

/**
 * The task with other content. Throws `not-allowed` where its state forbids a field, `condition-unmet` for 现场工作 that is
 * marked as done and lacks what was found.
 */
export function revisedTask(
  stamp: Stamp,
  task: EvaluationTask,
  change: Partial<TaskContent>,
): EvaluationTask {
  if (!mayWrite(task.state, change)) throw new AppError('not-allowed')
  const done = (change.visits ?? []).filter(({ state }) => state === 'done')
  refuseWith(done.flatMap(missingForDone))
  return { ...task, ...change, ...changed(stamp, task) }
}

/** The task without an opinion of its unit. Throws `not-allowed` where it cannot be taken back any more. */
export function withoutReply(
  stamp: Stamp,
  task: EvaluationTask,
  replyId: string,
  reportedUntil: Moment | '',
): EvaluationTask {
  const reply = task.replies.find(({ id }) => id === replyId)
  if (!reply) throw new AppError('not-found')
  if (!mayTakeBack(task, reply, reportedUntil)) throw new AppError('not-allowed')
  return { ...task, replies: task.replies.filter((each) => each !== reply), ...changed(stamp, task) }
}

/** Empty sheets of the first round for the experts that have none yet. */
export function missingSheets(
  stamp: Stamp,
  task: EvaluationTask,
  there: readonly Pick<KeptSheet, 'expertId' | 'round'>[],
): KeptSheet[] {
  const known = new Set(there.filter(({ round }) => round === 1).map(({ expertId }) => expertId))
  return task.experts
    .filter(({ expertId }) => !known.has(expertId))
    .map((expert) => ({
      ...openedSheet(task.system, { ...expert, id: stamp.nextId(), taskId: task.id }),
      ...{ bookId: task.bookId, unitId: task.unitId },
      ...{ revision: 1, changedAt: stamp.at, changedBy: stamp.by },
    }))
}

/**
 * Sheets that are there when scoring is begun again: of experts who no longer take part they go; the others ask what the
 * system has now, and where that does not fit what was marked they have to be signed anew.
 */
export function sheetsAgain(
  stamp: Stamp,
  task: EvaluationTask,
  there: readonly KeptSheet[],
  { evaluation }: YearRules,
): { refitted: KeptSheet[]; gone: string[] } {
  const present = new Set(task.experts.map(({ expertId }) => expertId))
  const asked = indicatorsOf(task.system).map(({ id }) => id)
  const stays = ({ expertId, round }: KeptSheet) => present.has(expertId) && round === 1
  const refitted = there.filter(stays).map((sheet): KeptSheet => {
    const marks = Object.fromEntries(Object.entries(sheet.marks).filter(([id]) => asked.includes(id)))
    const { weight } = task.experts.find(({ expertId }) => expertId === sheet.expertId) ?? sheet
    const again = { ...sheet, asked, marks, weight }
    const isWhole = sheetProblems(again, task.system, evaluation).length === 0
    return { ...again, signedAt: isWhole ? sheet.signedAt : '', ...changed(stamp, sheet) }
  })
  return { refitted, gone: there.filter((sheet) => !stays(sheet)).map(({ id }) => id) }
}

/**
 * The task after a step. Throws what the table, the duty or a missing opinion say, and `condition-unmet` with the problems
 * as its cause where the matter is not ready for it.
 */
export function movedTask(
  stamp: Stamp,
  task: EvaluationTask,
  sheets: readonly KeptSheet[],
  wanted: TaskStep,
  rules: YearRules,
): EvaluationTask {
  const next = nextState(taskFlow, task.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(refusalCodes[next.refused])
  // What comes back answers the system that went out.
  if (wanted.id === 'prepare-evaluation-again' && sheets.some(isOut)) throw new AppError('kit-out')
  refuseWith(stepProblems(task, sheets, wanted, rules))
  const settles = next.to === 'concluded' || next.to === 'asked'
  const frozen = settles ? frozenResult(task, sheets, rules) : null
  const made = { actor: stamp.actor, at: stamp.at, frozen }
  return { ...steppedTask(task, next.to, wanted, made), ...changed(stamp, task) }
}

/**
 * The task after a step of its feedback. Throws `not-allowed` where there is nothing to feed back, and what the table, the duty
 * or a missing text say.
 */
export function fedBackTask(stamp: Stamp, task: EvaluationTask, wanted: FeedbackStep): EvaluationTask {
  const feedback = feedbackOf(task)
  if (!feedback) throw new AppError('not-allowed')
  const next = nextState(feedbackFlow, feedback.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(refusalCodes[next.refused])
  return { ...steppedFeedback(task, feedback, next.to, wanted, stamp), ...changed(stamp, task) }
}

function stepProblems(
  task: EvaluationTask,
  sheets: readonly KeptSheet[],
  { id }: TaskStep,
  { evaluation }: YearRules,
): Problem[] {
  if (id === 'open-score-sheets') return taskProblems(task, evaluation)
  if (id === 'finish-scoring') return scoringProblems(task, sheets)
  if (id === 'ask-evaluated-unit') return resultProblems(task, sheets, evaluation)
  return id === 'conclude-evaluation'
    ? [...resultProblems(task, sheets, evaluation), ...conclusionProblems(task)]
    : []
}

function refuseWith(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new AppError('condition-unmet', { cause: errors })
}

/** The sheet with other marks. Throws `not-allowed` where it is signed or the task is not being scored. */
export function markedSheet(
  stamp: Stamp,
  sheet: KeptSheet,
  task: EvaluationTask,
  change: Partial<Pick<KeptSheet, 'marks' | 'vetoes'>>,
): KeptSheet {
  if (isOut(sheet)) throw new AppError('kit-out')
  if (!isSheetOpen(sheet, task)) throw new AppError('not-allowed')
  return { ...sheet, ...change, ...changed(stamp, sheet) }
}

/** The sheet as signed. Throws `condition-unmet` with what is missing as its cause. */
export function signedSheet(
  stamp: Stamp,
  sheet: KeptSheet,
  task: EvaluationTask,
  { evaluation }: YearRules,
): KeptSheet {
  if (isOut(sheet)) throw new AppError('kit-out')
  if (!isSheetOpen(sheet, task)) throw new AppError('not-allowed')
  refuseWith(sheetProblems(sheet, task.system, evaluation))
  return { ...sheet, signedAt: stamp.at, ...changed(stamp, sheet) }
}

/** The sheet open again, with its marks. Throws `not-allowed` where it is not signed, or its round is over. */
export function reopenedSheet(stamp: Stamp, sheet: KeptSheet, task: EvaluationTask): KeptSheet {
  const open: KeptSheet = { ...sheet, signedAt: '' }
  if (sheet.signedAt === '' || !isSheetOpen(open, task)) throw new AppError('not-allowed')
  return { ...open, ...changed(stamp, sheet) }
}
