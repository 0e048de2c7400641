import { AppError } from '#domain/errors'
import { riskLevels } from '#domain/screening/rules'
import type { ScreenedForm } from '#domain/screening/screen'
import { checkSpotCheck, isCheckComplete } from '#domain/spot-checks/checks'
import { isCheckWritable, type SpotCheckState, spotCheckFlow } from '#domain/spot-checks/flow'
import { pickText, type SpotPick } from '#domain/spot-checks/pick'
import {
  linesOf,
  pickWays,
  type SpotCheck,
  type SpotCheckContent,
  steppedCheck,
} from '#domain/spot-checks/spot-check'
import { nextState, type StepWanted } from '#domain/workflow'
import type { Stamp } from './stamp.ts'

/** Throws `not-found`, or `changed-meanwhile` where the record is at another revision than the one that was seen. */
export function asSeenCheck(check: SpotCheck | undefined, seenRevision: number): SpotCheck {
  if (!check) throw new AppError('not-found')
  if (check.revision !== seenRevision) throw new AppError('changed-meanwhile')
  return check
}

/** The check of a picked form, with what was reported and what the screening had found of it. */
export function newCheck(stamp: Stamp, pick: SpotPick, { form, findings, risk }: ScreenedForm): SpotCheck {
  return {
    id: stamp.nextId(),
    bookId: form.bookId,
    roundId: form.roundId,
    monitoringId: form.id,
    goalId: form.goalId,
    unitId: form.unitId,
    name: form.name,
    code: form.code,
    way: pick.wish.way,
    pickId: pick.id,
    ground: groundOf(pick, form.id, risk),
    points: risk.points,
    grounds: findings.map(({ code, at, message }) => ({ code, at, message })),
    formRevision: form.revision,
    checkedOn: '',
    place: '',
    checkers: '',
    lines: linesOf(form),
    record: '',
    suggestion: '',
    verdict: '',
    evidence: [],
    explanation: '',
    trail: [],
    state: spotCheckFlow.first,
    heldSince: stamp.at,
    revision: 1,
    changedAt: stamp.at,
    changedBy: stamp.by,
  }
}

function groundOf(pick: SpotPick, formId: string, { points, level }: ScreenedForm['risk']): string {
  const place = pick.picked.indexOf(formId) + 1
  const risk = `风险分 ${points}（${riskLevels[level]}）`
  const reason = pick.wish.reason.trim()
  const among = `${pick.candidates.length} 份`
  if (pick.wish.way === 'hand') return `${pickWays.hand}：${reason}；${risk}`
  const rest = reason === '' ? '' : `；${reason}`
  if (pick.wish.way === 'risk') return `${risk}，在 ${among}中排第 ${place}${rest}`
  return `${pickText(pick)}，从 ${among}中抽出的第 ${place} 份；${risk}${rest}`
}

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

function changed(stamp: Stamp, { revision }: { revision: number }) {
  return { revision: revision + 1, changedAt: stamp.at, changedBy: stamp.by }
}
