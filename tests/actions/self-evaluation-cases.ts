import { cancelSelfEvaluations } from '#actions/cancel-self-evaluations'
import { explainSelfEvaluation } from '#actions/explain-self-evaluation'
import { importSelfEvaluations } from '#actions/import-self-evaluations'
import { openSelfEvaluations } from '#actions/open-self-evaluations'
import { saveDepartmentOpinion } from '#actions/save-department-opinion'
import { takeSelfEvaluationStep } from '#actions/take-self-evaluation-step'
import { undoSelfEvaluationImport } from '#actions/undo-self-evaluation-import'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { contentOf } from '#domain/evaluation/self-evaluation-content'
import { type SelfEvaluationState, selfEvaluationFlow } from '#domain/evaluation/self-evaluation-flow'
import { db } from '#storage/database'
import { selfEvaluationsOf } from '#storage/self-evaluations'
import { evaluated } from '../storage/self-evaluation-world.ts'
import { by } from '../storage/world.ts'
import { type Cases, type DoRow, draftWorld, type Prepare, stateBefore } from './action-case.ts'
import { saveSelfEvaluation } from './save-self-evaluation.ts'

async function formIn(state: SelfEvaluationState): Promise<SelfEvaluation> {
  const { book, goal } = await draftWorld()
  await db.goals.update(goal.id, { status: 'approved' })
  await openSelfEvaluations(book.id, { editionId: 'sichuan', goalIds: null }, by)
  const [form] = await selfEvaluationsOf(book.id)
  if (!form) throw new Error('a form was opened')
  const kept = { ...evaluated(form), state }
  await db.selfEvaluations.put(kept)
  return kept
}

function step(id: DoRow): Prepare {
  return async () => {
    const state = stateBefore(selfEvaluationFlow, id)
    const form = await formIn(state)
    const seen = [{ id: form.id, seenRevision: form.revision }]
    return (actor) => takeSelfEvaluationStep(seen, { id, opinion: '意见' }, actor)
  }
}

function imported(form: SelfEvaluation) {
  return [{ id: form.id, seenRevision: form.revision, content: { ...contentOf(form), summary: '良好' } }]
}

/** Every write of 单位自评. */
export const selfEvaluationCases = {
  'open-self-evaluations': async () => {
    const { book, goal } = await draftWorld()
    await db.goals.update(goal.id, { status: 'approved' })
    return (actor) => openSelfEvaluations(book.id, { editionId: 'national', goalIds: null }, actor)
  },
  'cancel-self-evaluations': async () => {
    const { book, goal } = await draftWorld()
    await db.goals.update(goal.id, { status: 'approved' })
    await openSelfEvaluations(book.id, { editionId: 'sichuan', goalIds: null }, by)
    const [form] = await selfEvaluationsOf(book.id)
    if (!form) throw new Error('a form was opened')
    const seen = [{ id: form.id, seenRevision: form.revision }]
    return (actor) => cancelSelfEvaluations(seen, '布置有误', actor)
  },
  'save-self-evaluation': async () => {
    const { id, revision } = await formIn('draft')
    return (actor) => saveSelfEvaluation(id, revision, { summary: '良好' }, actor)
  },
  'import-self-evaluations': async () => {
    const form = await formIn('draft')
    return (actor) => importSelfEvaluations(form.bookId, imported(form), ['自评.xlsx'], actor)
  },
  'undo-self-evaluation-import': async () => {
    const form = await formIn('draft')
    const undo = await importSelfEvaluations(form.bookId, imported(form), ['自评.xlsx'], by)
    return (actor) => undoSelfEvaluationImport(undo, actor)
  },
  'save-department-opinion': async () => {
    const { id, revision } = await formIn('submitted')
    const department = { opinion: '情况属实', total: 9200 }
    return (actor) => saveDepartmentOpinion(id, revision, department, actor)
  },
  'explain-self-evaluation': async () => {
    const { id, revision } = await formIn('submitted')
    return (actor) => explainSelfEvaluation(id, revision, '年底集中验收', actor)
  },
  'submit-self-evaluation': step('submit-self-evaluation'),
  'withdraw-self-evaluation': step('withdraw-self-evaluation'),
  'pass-self-evaluation': step('pass-self-evaluation'),
  'return-self-evaluation': step('return-self-evaluation'),
  'collect-self-evaluation': step('collect-self-evaluation'),
  'return-self-evaluation-review': step('return-self-evaluation-review'),
  'reopen-self-evaluation': step('reopen-self-evaluation'),
} satisfies Cases
