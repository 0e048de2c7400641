import { pickSpotChecks } from '#actions/pick-spot-checks'
import { saveSpotCheck } from '#actions/save-spot-check'
import { takeSpotCheckStep } from '#actions/take-spot-check-step'
import { type SpotCheckState, spotCheckFlow } from '#domain/spot-checks/flow'
import type { SpotCheck } from '#domain/spot-checks/spot-check'
import { db } from '#storage/database'
import { completeCheck } from '../domain/spot-checks/sample.ts'
import { acting } from '../storage/world.ts'
import { type Cases, type DoRow, type Prepare, stateBefore } from './action-case.ts'
import { monitoringIn } from './monitoring-cases.ts'

const oneByRisk = { way: 'risk', size: { by: 'count', value: 1 }, ids: [], reason: '' } as const

/** A check in a state, its record complete. */
async function spotCheckIn(state: SpotCheckState): Promise<SpotCheck> {
  const { roundId } = await monitoringIn('submitted')
  const made = await pickSpotChecks(roundId, oneByRisk, null, acting('inspection'))
  const [opened] = 'checks' in made ? made.checks : []
  if (!opened) throw new Error('a form was picked')
  const check = { ...completeCheck(opened), state }
  await db.spotChecks.put(check)
  return check
}

function spotCheckStep(id: DoRow): Prepare {
  return async () => {
    const state = stateBefore(spotCheckFlow, id)
    const check = await spotCheckIn(state)
    const seen = [{ id: check.id, seenRevision: check.revision }]
    return (actor) => takeSpotCheckStep(seen, { id, opinion: '意见' }, actor)
  }
}

/** Every write of 重点核查. */
export const spotCheckCases = {
  'pick-spot-checks': async () => {
    const { roundId } = await monitoringIn('submitted')
    return (actor) => pickSpotChecks(roundId, oneByRisk, null, actor)
  },
  'save-spot-check': async () => {
    const { id, revision } = await spotCheckIn('started')
    return (actor) => saveSpotCheck(id, revision, { record: '账实相符' }, actor)
  },
  'start-spot-check': spotCheckStep('start-spot-check'),
  'drop-spot-check': spotCheckStep('drop-spot-check'),
  'resume-spot-check': spotCheckStep('resume-spot-check'),
  'record-spot-check': spotCheckStep('record-spot-check'),
  'revise-spot-check': spotCheckStep('revise-spot-check'),
  'ask-checked-unit': spotCheckStep('ask-checked-unit'),
  'recall-check-question': spotCheckStep('recall-check-question'),
  'explain-spot-check': spotCheckStep('explain-spot-check'),
  'submit-spot-check': spotCheckStep('submit-spot-check'),
  'withdraw-spot-check': spotCheckStep('withdraw-spot-check'),
  'return-spot-check': spotCheckStep('return-spot-check'),
  'take-over-spot-check': spotCheckStep('take-over-spot-check'),
  'reopen-spot-check': spotCheckStep('reopen-spot-check'),
} satisfies Cases
