import { approveIndicatorSystem } from '#actions/approve-indicator-system'
import { discardIndicatorSystem } from '#actions/discard-indicator-system'
import { openEvaluationTask } from '#actions/open-evaluation-task'
import { openScoreSheets } from '#actions/open-score-sheets'
import { reopenScoreSheet } from '#actions/reopen-score-sheet'
import { saveEvaluationRules } from '#actions/save-evaluation-rules'
import { saveEvaluationTask } from '#actions/save-evaluation-task'
import { saveIndicatorSystem } from '#actions/save-indicator-system'
import { saveScoreSheet } from '#actions/save-score-sheet'
import { signScoreSheet } from '#actions/sign-score-sheet'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import { taskFlow } from '#domain/evaluation/task-flow'
import type { Permission } from '#domain/people/permissions'
import {
  preparedTask,
  scoringTask,
  signedTask,
  smallMarks,
  smallSystem,
  taskIn,
  wantedTask,
} from '../storage/evaluation-world.ts'
import { by, freshBook, freshDatabase } from '../storage/world.ts'
import { type Cases, type Prepare, stateBefore } from './action-case.ts'

/** A step of a task from the first state that has it; the matter is ready for it. */
function step(id: Permission): Prepare {
  return async () => {
    const state = stateBefore(taskFlow, id)
    const { task } = await taskIn(state)
    return (actor) => takeEvaluationTaskStep(task.id, task.revision, { id, opinion: '意见' }, actor)
  }
}

async function keptSystem() {
  await freshDatabase()
  const { book } = await freshBook()
  return saveIndicatorSystem(book.id, { ...smallSystem, id: 'own-1' }, 0, by)
}

async function firstSheet(world: () => ReturnType<typeof scoringTask>) {
  const { sheets } = await world()
  const [sheet] = sheets
  if (!sheet) throw new Error('the task has sheets')
  return sheet
}

/** Every write of the rules of 评价, of indicator systems, tasks and score sheets. */
export const evaluationTaskCases = {
  'save-evaluation-rules': async () => {
    await freshDatabase()
    const { book } = await freshBook()
    return (actor) => saveEvaluationRules(book.id, 0, { 'grade-good': 75 }, '按市局通知', actor)
  },
  'save-indicator-system': async () => {
    await freshDatabase()
    const { book } = await freshBook()
    return (actor) => saveIndicatorSystem(book.id, { ...smallSystem, id: 'own-1' }, 0, actor)
  },
  'discard-indicator-system': async () => {
    const { id, revision } = await keptSystem()
    return (actor) => discardIndicatorSystem(id, revision, actor)
  },
  'approve-indicator-system': async () => {
    const { id, revision } = await keptSystem()
    return (actor) => approveIndicatorSystem(id, revision, actor)
  },
  'open-evaluation-task': async () => {
    await freshDatabase()
    const { book } = await freshBook()
    return (actor) => openEvaluationTask(book.id, wantedTask(), actor)
  },
  'save-evaluation-task': async () => {
    const { task } = await preparedTask()
    return (actor) => saveEvaluationTask(task.id, task.revision, { dueOn: '2026-07-31' }, actor)
  },
  'open-score-sheets': async () => {
    const { task } = await preparedTask()
    return (actor) => openScoreSheets(task.id, task.revision, actor)
  },
  'save-score-sheet': async () => {
    const { id, revision } = await firstSheet(scoringTask)
    return (actor) => saveScoreSheet(id, revision, { marks: smallMarks(3600) }, actor)
  },
  'sign-score-sheet': async () => {
    const { id, revision } = await firstSheet(scoringTask)
    const marked = await saveScoreSheet(id, revision, { marks: smallMarks(3600) }, by)
    return (actor) => signScoreSheet(id, marked.revision, actor)
  },
  'reopen-score-sheet': async () => {
    const { id, revision } = await firstSheet(signedTask)
    return (actor) => reopenScoreSheet(id, revision, '漏看了验收报告', actor)
  },
  'prepare-evaluation-again': step('prepare-evaluation-again'),
  'finish-scoring': step('finish-scoring'),
  'resume-scoring': step('resume-scoring'),
  'ask-evaluated-unit': step('ask-evaluated-unit'),
  'recall-evaluation-question': step('recall-evaluation-question'),
  'conclude-evaluation': step('conclude-evaluation'),
  'reopen-evaluation': step('reopen-evaluation'),
  'stop-evaluation': step('stop-evaluation'),
  'restart-evaluation': step('restart-evaluation'),
} satisfies Cases
