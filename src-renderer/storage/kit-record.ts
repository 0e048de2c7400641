import { AppError, type ErrorCode } from '#domain/errors'
import { type ExpertReturn, type ReturnFault, returnFault, type SheetKit } from '#domain/evaluation/kit'
import type { EvaluationRules } from '#domain/evaluation/rules'
import { sheetProblems } from '#domain/evaluation/score-sheet'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { isSheetOpen } from '#domain/evaluation/task-flow'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

const refusals: Readonly<Record<ReturnFault, ErrorCode>> = {
  'no-kit': 'kit-not-open',
  taken: 'kit-taken',
  'other-kit': 'kit-other',
  'other-key': 'kit-other',
  'other-sheet': 'kit-other',
}

/** The sheet as it goes out; one that is out already is replaced by the new kit, and the old answer is refused. */
export function sheetOut(stamp: Stamp, sheet: KeptSheet, task: EvaluationTask, kit: SheetKit): KeptSheet {
  if (!isSheetOpen(sheet, task)) throw new AppError('not-allowed')
  return { ...sheet, kit, ...changed(stamp, sheet) }
}

/** The sheet without its kit: it is written here again. */
export function sheetBack(stamp: Stamp, { kit, ...sheet }: KeptSheet): KeptSheet {
  if (kit?.takenAt !== '') throw new AppError('kit-not-open')
  return { ...sheet, ...changed(stamp, sheet) }
}

/**
 * The sheet with what its expert signed. Throws `kit-other`, `kit-taken` or `kit-not-open` for an answer that is not waited
 * for, `not-allowed` where its round is over, `condition-unmet` with what is missing as its cause.
 */
export function takenSheet(
  stamp: Stamp,
  sheet: KeptSheet,
  task: EvaluationTask,
  { answer, answers, publicKey }: { answer: ExpertReturn; answers: string; publicKey: string },
  rules: EvaluationRules,
): KeptSheet {
  const fault = returnFault(sheet, answer, { answers, publicKey })
  if (fault) throw new AppError(refusals[fault])
  if (!isSheetOpen(sheet, task)) throw new AppError('not-allowed')
  const { marks, vetoes, signedAt } = answer
  const filled: KeptSheet = { ...sheet, marks: onlyAsked(marks, sheet.asked), vetoes }
  const problems = sheetProblems(filled, task.system, rules).filter(({ severity }) => severity === 'error')
  if (problems.length > 0) throw new AppError('condition-unmet', { cause: problems })
  const kit = sheet.kit && { ...sheet.kit, takenAt: stamp.at }
  return { ...filled, signedAt, ...(kit ? { kit } : {}), ...changed(stamp, sheet) }
}

/** An answer can say nothing of what was not asked. */
function onlyAsked(marks: ExpertReturn['marks'], asked: readonly string[]): ExpertReturn['marks'] {
  return Object.fromEntries(Object.entries(marks).filter(([id]) => asked.includes(id)))
}
