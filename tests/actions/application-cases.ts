import { followApplication } from '#actions/follow-application'
import { proposeApplications } from '#actions/propose-applications'
import { saveApplication } from '#actions/save-application'
import { saveApplicationAnswer } from '#actions/save-application-answer'
import { saveClosingRules } from '#actions/save-closing-rules'
import { saveRectification } from '#actions/save-rectification'
import { takeApplicationStep } from '#actions/take-application-step'
import { takeRectificationStep } from '#actions/take-rectification-step'
import type { Application } from '#domain/applications/application'
import {
  type ApplicationState,
  applicationFlow,
  type RectificationState,
  rectificationFlow,
} from '#domain/applications/flow'
import { nothingOwn } from '#domain/applications/own-rules'
import type { Duty } from '#domain/people/duties'
import { dutyMay, type Permission } from '#domain/people/permissions'
import { db } from '#storage/database'
import { applicationIn, candidate, rectification } from '../domain/applications/sample.ts'
import { freshBook, freshDatabase } from '../storage/world.ts'
import { type Cases, type Prepare, stateBefore } from './action-case.ts'

/** A book with one application in a state, of the school. */
export async function keptApplication(
  state: ApplicationState,
  change: Partial<Application> = {},
): Promise<Application> {
  await freshDatabase()
  const { book, units } = await freshBook()
  const application = applicationIn(state, { bookId: book.id, unitId: units[1].id, ...change })
  await db.applications.put(application)
  return application
}

function step(id: Permission): Prepare {
  return async () => {
    const state = stateBefore(applicationFlow, id)
    const { id: applicationId, revision } = await keptApplication(state)
    const seen = [{ id: applicationId, seenRevision: revision }]
    return (actor) => takeApplicationStep(seen, { id, opinion: '意见' }, actor)
  }
}

export function rectifying(state: RectificationState): Partial<Application> {
  return { rectification: rectification({ state, reportedOn: state === 'reported' ? '2026-03-20' : '' }) }
}

function mending(id: Permission): Prepare {
  return async () => {
    const state = stateBefore(rectificationFlow, id)
    const kept = await keptApplication('carrying', rectifying(state))
    const order = { demand: '限期完成', dueOn: '2099-06-30', number: '' }
    return (actor) => takeRectificationStep(kept.id, kept.revision, { id, opinion: '意见', order }, actor)
  }
}

const stateOf: Partial<Readonly<Record<Duty, ApplicationState>>> = {
  performance: 'draft',
  budget: 'budgeting',
  leader: 'deciding',
}

/** Every write of 结果应用. */
export const applicationCases = {
  'propose-applications': async () => {
    await freshDatabase()
    const { book, units } = await freshBook()
    const wanted = { ...candidate({ goalId: '', objectId: 'task-1' }), unitId: units[1].id }
    return (actor) => proposeApplications(book.id, [wanted], actor)
  },
  'save-application': async () => {
    const kept = await keptApplication('draft')
    return async (actor) => {
      // Each writes in its own turn.
      const state = stateOf[actor.duty]
      if (state && dutyMay(actor.duty, 'save-application')) await db.applications.put({ ...kept, state })
      const change = state === 'draft' ? { reason: '另有说明' } : { budgetOpinion: '同意' }
      return saveApplication(kept.id, kept.revision, change, actor)
    }
  },
  'save-closing-rules': async () => {
    await freshDatabase()
    const { book } = await freshBook()
    const wanted = { ...nothingOwn, numbers: { 'carry-days': 15 } }
    return (actor) => saveClosingRules(book.id, 0, wanted, '按市局通知', actor)
  },
  'send-application': step('send-application'),
  'drop-application': step('drop-application'),
  'restore-application': step('restore-application'),
  'recall-application': step('recall-application'),
  'submit-application': step('submit-application'),
  'return-application': step('return-application'),
  'decide-application': step('decide-application'),
  'return-decision': step('return-decision'),
  'refuse-application': step('refuse-application'),
  'reopen-decision': step('reopen-decision'),
  'save-application-answer': async () => {
    const kept = await keptApplication('carrying')
    return (actor) => saveApplicationAnswer(kept.id, kept.revision, { answer: '已压减' }, actor)
  },
  'answer-application': step('answer-application'),
  'withdraw-application': step('withdraw-application'),
  'follow-application': async () => {
    const kept = await keptApplication('carrying')
    const note = { on: '2026-03-10', text: '电话督导' }
    return (actor) => followApplication(kept.id, kept.revision, note, actor)
  },
  'close-application': step('close-application'),
  'return-carrying': step('return-carrying'),
  'refer-application': step('refer-application'),
  'recall-referral': step('recall-referral'),
  'handle-referral': step('handle-referral'),
  'reopen-application': step('reopen-application'),
  'order-rectification': mending('order-rectification'),
  'recall-rectification': mending('recall-rectification'),
  'save-rectification': async () => {
    const kept = await keptApplication('carrying', rectifying('ordered'))
    return (actor) => saveRectification(kept.id, kept.revision, { report: '已整改到位' }, actor)
  },
  'report-rectification': mending('report-rectification'),
  'clear-rectification': mending('clear-rectification'),
  'return-rectification': mending('return-rectification'),
  'reopen-rectification': mending('reopen-rectification'),
} satisfies Cases
