import { AppError } from '#domain/errors'
import { resultOf } from '#domain/evaluation/result'
import { secondRoundSheet } from '#domain/evaluation/score-sheet'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import type { YearRules } from '#domain/year-rules'
import type { Stamp } from './stamp.ts'

/**
 * Sheets of the second round for the disputed items, one for each signed sheet of the first. Throws `not-allowed` where the
 * task is not being put together or nothing is disputed, or where a second round is there already.
 */
export function secondRoundSheets(
  stamp: Stamp,
  task: EvaluationTask,
  sheets: readonly KeptSheet[],
  { evaluation }: YearRules,
): KeptSheet[] {
  const { toRescore } = resultOf(task, sheets, evaluation)
  const hasSecond = sheets.some(({ round }) => round === 2)
  if (task.state !== 'combining' || hasSecond || toRescore.length === 0) throw new AppError('not-allowed')
  return sheets
    .filter(({ round, signedAt }) => round === 1 && signedAt !== '')
    .map(({ kit: _kit, ...first }) => ({
      // A kit of the first round is answered: the second goes out with its own, or is written here.
      ...first,
      ...secondRoundSheet(first, stamp.nextId(), toRescore),
      ...{ revision: 1, changedAt: stamp.at, changedBy: stamp.by },
    }))
}
