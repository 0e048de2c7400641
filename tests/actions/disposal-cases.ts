import { proposeDisposals } from '#actions/propose-disposals'
import { saveAnswer } from '#actions/save-answer'
import { saveDisposals } from '#actions/save-disposals'
import { takeDisposalStep } from '#actions/take-disposal-step'
import type { Disposal } from '#domain/disposals/disposal'
import { type DisposalState, disposalFlow } from '#domain/disposals/flow'
import { db } from '#storage/database'
import { candidate, disposalIn as disposalOf } from '../domain/disposals/sample.ts'
import { type Cases, type DoRow, draftWorld, type Prepare, stateBefore } from './action-case.ts'

async function disposalIn(state: DisposalState): Promise<Disposal> {
  const { book, goal } = await draftWorld()
  const place = { bookId: book.id, goalId: goal.id, unitId: goal.unitId, name: goal.name }
  const disposal = disposalOf(state, place)
  await db.disposals.put(disposal)
  return disposal
}

function disposalStep(id: DoRow): Prepare {
  return async () => {
    const state = stateBefore(disposalFlow, id)
    const disposal = await disposalIn(state)
    const seen = [{ id: disposal.id, seenRevision: disposal.revision }]
    return (actor) => takeDisposalStep(seen, { id, opinion: '意见' }, actor)
  }
}

/** Every write of 监控处置. */
export const disposalCases = {
  'propose-disposals': async () => {
    const { book, goal } = await draftWorld()
    const wanted = candidate({ goalId: goal.id, unitId: goal.unitId, name: goal.name })
    return (actor) => proposeDisposals(book.id, [wanted], actor)
  },
  'save-disposal': async () => {
    const { id, revision } = await disposalIn('proposed')
    const change = { demand: '请说明原因。' }
    return (actor) => saveDisposals([{ id, seenRevision: revision, change }], actor)
  },
  'decide-disposal': disposalStep('decide-disposal'),
  'drop-disposal': disposalStep('drop-disposal'),
  'restore-disposal': disposalStep('restore-disposal'),
  'redecide-disposal': disposalStep('redecide-disposal'),
  'save-answer': async () => {
    const { id, revision } = await disposalIn('issued')
    return (actor) => saveAnswer(id, revision, { answer: '已倒排工期。' }, actor)
  },
  'answer-disposal': disposalStep('answer-disposal'),
  'withdraw-answer': disposalStep('withdraw-answer'),
  'pass-answer': disposalStep('pass-answer'),
  'return-answer': disposalStep('return-answer'),
  'close-disposal': disposalStep('close-disposal'),
  'return-disposal': disposalStep('return-disposal'),
  'reopen-disposal': disposalStep('reopen-disposal'),
} satisfies Cases
