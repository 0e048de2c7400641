import { setRoundState } from '#actions/close-round'
import { importMonitorings } from '#actions/import-monitorings'
import { openRound } from '#actions/open-round'
import { saveMonitoring } from '#actions/save-monitoring'
import { saveOwnRules } from '#actions/save-own-rules'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import { undoMonitoringImport } from '#actions/undo-monitoring-import'
import { type MonitoringState, monitoringFlow } from '#domain/monitoring/flow'
import type { Monitoring } from '#domain/monitoring/monitoring'
import { db } from '#storage/database'
import { monitoringsOf } from '#storage/monitorings'
import { reported, wantedRound } from '../storage/monitoring-world.ts'
import { by } from '../storage/world.ts'
import { type Cases, type DoRow, draftWorld, type Prepare, stateBefore } from './action-case.ts'

export async function monitoringIn(state: MonitoringState): Promise<Monitoring> {
  const { book, goal } = await draftWorld()
  await db.goals.update(goal.id, { status: 'approved' })
  const { round } = await openRound(book.id, wantedRound, by)
  const [form] = await monitoringsOf(book.id, round.id)
  if (!form) throw new Error('the round has a form')
  const monitoring = { ...reported(form), state }
  await db.monitorings.put(monitoring)
  return monitoring
}

function monitoringStep(id: DoRow): Prepare {
  return async () => {
    const state = stateBefore(monitoringFlow, id)
    const form = await monitoringIn(state)
    const seen = [{ id: form.id, seenRevision: form.revision }]
    return (actor) => takeMonitoringStep(seen, { id, opinion: '意见' }, actor)
  }
}

function imported({ id, revision, funds, fundsReason, entries, measures }: Monitoring) {
  return { id, seenRevision: revision, content: { funds, fundsReason, entries, measures, summary: '平稳' } }
}

/** Every write of 绩效监控 on its rounds and forms. */
export const monitoringCases = {
  'open-round': async () => {
    const { book, goal } = await draftWorld()
    await db.goals.update(goal.id, { status: 'approved' })
    return (actor) => openRound(book.id, wantedRound, actor)
  },
  'close-round': async () => {
    const { roundId } = await monitoringIn('draft')
    return (actor) => setRoundState(roundId, 'closed', actor)
  },
  'save-monitoring': async () => {
    const { id, revision } = await monitoringIn('draft')
    return (actor) => saveMonitoring([{ id, seenRevision: revision, change: { summary: '平稳' } }], actor)
  },
  'import-monitorings': async () => {
    const form = await monitoringIn('draft')
    return (actor) => importMonitorings(form.roundId, [imported(form)], ['监控.xlsx'], actor)
  },
  'undo-monitoring-import': async () => {
    const form = await monitoringIn('draft')
    const undo = await importMonitorings(form.roundId, [imported(form)], ['监控.xlsx'], by)
    return (actor) => undoMonitoringImport(undo, actor)
  },
  'submit-monitoring': monitoringStep('submit-monitoring'),
  'withdraw-monitoring': monitoringStep('withdraw-monitoring'),
  'pass-monitoring': monitoringStep('pass-monitoring'),
  'return-monitoring': monitoringStep('return-monitoring'),
  'accept-monitoring': monitoringStep('accept-monitoring'),
  'return-monitoring-review': monitoringStep('return-monitoring-review'),
  'reopen-monitoring': monitoringStep('reopen-monitoring'),
  'exempt-from-round': monitoringStep('exempt-from-round'),
  'restore-to-round': monitoringStep('restore-to-round'),
  'save-own-rules': async () => {
    const { book } = await draftWorld()
    const wanted = { lines: null, numbers: { 'gap-yellow': 12 } }
    return (actor) => saveOwnRules(book.id, 0, wanted, '按市局通知', actor)
  },
} satisfies Cases
