import { answerComment } from '#actions/answer-comment'
import { commentGoal } from '#actions/comment-goal'
import { createGoal } from '#actions/create-goal'
import { deleteGoals } from '#actions/delete-goals'
import { discardIndicator } from '#actions/discard-indicator'
import { importGoals } from '#actions/import-goals'
import { planImport } from '#actions/plan-import'
import { proposeIndicator } from '#actions/propose-indicator'
import { restoreGoals } from '#actions/restore-goals'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveLayout } from '#actions/save-layout'
import { takeIndicatorStep } from '#actions/take-indicator-step'
import { undoImport } from '#actions/undo-import'
import { indicatorFlow } from '#domain/library/own-flow'
import { db } from '#storage/database'
import { walnuts } from '../domain/sample-indicator.ts'
import { acting, by, readForm, soundContent } from '../storage/world.ts'
import { type Cases, type DoRow, draftWorld, type Prepare, stateBefore } from './action-case.ts'
import { goalStep, putState } from './review-cases.ts'

async function keptIndicator() {
  const { book } = await draftWorld()
  return { book, kept: await proposeIndicator(book.id, 'o1', 0, walnuts, by) }
}

function indicatorStep(id: DoRow): Prepare {
  return async () => {
    const { book, kept } = await keptIndicator()
    const state = stateBefore(indicatorFlow, id)
    await db.indicators.put({ ...kept, state })
    return (actor) => takeIndicatorStep(book.id, kept, { id, opinion: '意见' }, actor)
  }
}

/** Every write of 绩效目标 and of the own indicators. */
export const goalCases = {
  'create-goal': async () => {
    const { book, units } = await draftWorld()
    return (actor) => createGoal(book.id, units[1].id, 'project', 'general', actor)
  },
  'save-goal-draft': async () => {
    const { goal, units } = await draftWorld()
    return (actor) => saveGoalDraft(goal.id, goal.revision, soundContent(units[1].id, '改名'), actor)
  },
  'delete-goals': async () => {
    const { goal } = await draftWorld()
    return (actor) => deleteGoals([goal.id], actor)
  },
  'restore-goals': async () => {
    const { goal } = await draftWorld()
    const token = await deleteGoals([goal.id], by)
    return (actor) => restoreGoals(token, actor)
  },
  'import-goals': async () => {
    const { book } = await draftWorld()
    const plan = await planImport(book.id, [{ file: 'a.xlsx', form: readForm('南江县第一小学', '校舍维修') }])
    return (actor) => importGoals(plan, actor)
  },
  'undo-import': async () => {
    const { book } = await draftWorld()
    const plan = await planImport(book.id, [{ file: 'a.xlsx', form: readForm('南江县第一小学', '校舍维修') }])
    const { importId } = await importGoals(plan, by)
    return (actor) => undoImport(importId, actor)
  },
  'save-layout': async () => {
    const { book } = await draftWorld()
    return (actor) => saveLayout(book.id, { id: 'x', name: '台账', mapping: {} }, actor)
  },
  'submit-goal': goalStep('submit-goal'),
  'withdraw-goal': goalStep('withdraw-goal'),
  'resolve-comment': async () => {
    const { goal } = await draftWorld()
    await putState(goal, 'submitted')
    await commentGoal(goal.id, 'name', '请核对', acting('spending'))
    const comment = (await db.reviews.get(goal.id))?.comments[0]
    return (actor) => answerComment(goal.id, comment?.id ?? '', '已改', actor)
  },
  'propose-indicator': async () => {
    const { book } = await draftWorld()
    return (actor) => proposeIndicator(book.id, 'o1', 0, walnuts, actor)
  },
  'discard-indicator': async () => {
    const { book, kept } = await keptIndicator()
    return (actor) => discardIndicator(book.id, kept, actor)
  },
  'confirm-indicator': indicatorStep('confirm-indicator'),
  'return-indicator': indicatorStep('return-indicator'),
  'retire-indicator': indicatorStep('retire-indicator'),
  'resume-indicator': indicatorStep('resume-indicator'),
} satisfies Cases
