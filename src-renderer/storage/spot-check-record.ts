import { AppError } from '#domain/errors'
import { checkSpotCheck, isCheckComplete } from '#domain/spot-checks/checks'
import { isCheckWritable, type SpotCheckState, spotCheckFlow } from '#domain/spot-checks/flow'
import { type SpotCheck, type SpotCheckContent, steppedCheck } from '#domain/spot-checks/spot-check'
import { nextState, type StepWanted } from '#domain/workflow'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** The check with other content. Throws `not-allowed` where the state forbids it. */
export function revisedCheck(stamp: Stamp, check: SpotCheck, change: Partial<SpotCheckContent>): SpotCheck {
  if (!isCheckWritable(check.state)) throw new AppError('not-allowed')
  return { ...check, ...change, ...changed(stamp, check) }
}

/**
 * The check after a step. Throws what the table, the duty or a missing opinion say, and `condition-unmet` with the problems
 * as its cause where a record is finished that lacks something.
 */
export function movedCheck(stamp: Stamp, check: SpotCheck, wanted: StepWanted<SpotCheckState>): SpotCheck {
  const next = nextState(spotCheckFlow, check.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(next.refused === 'wrong-duty' ? 'not-permitted' : next.refused)
  if (wanted.id === 'record-spot-check' && !isCheckComplete(check))
    throw new AppError('condition-unmet', { cause: checkSpotCheck(check) })
  return {
    ...steppedCheck(check, next.to, wanted, { actor: stamp.actor, at: stamp.at }),
    ...changed(stamp, check),
  }
}
