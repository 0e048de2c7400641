import { giveRoundOpinion } from '#actions/give-round-opinion'
import { openRoundReport } from '#actions/open-round-report'
import { saveRoundReport } from '#actions/save-round-report'
import { takeRoundReportStep } from '#actions/take-round-report-step'
import { type RoundReport, type RoundReportState, roundReportFlow } from '#domain/monitoring/round-report'
import { db } from '#storage/database'
import { by } from '../storage/world.ts'
import { type Cases, type DoRow, type Prepare, stateBefore } from './action-case.ts'
import { monitoringIn } from './monitoring-cases.ts'

/** A report whose round has one object; the section of its unit is asked. */
async function reportIn(state: RoundReportState): Promise<RoundReport> {
  const form = await monitoringIn('accepted')
  const opened = await openRoundReport(form.roundId, by)
  const step = { id: 'ask-round-opinions', opinion: '' } as const
  const asked = await takeRoundReportStep(opened.id, opened.revision, step, by)
  const report = { ...asked, state }
  await db.roundReports.put(report)
  return report
}

function reportStep(id: DoRow): Prepare {
  return async () => {
    const state = stateBefore(roundReportFlow, id)
    const report = await reportIn(state)
    return (actor) => takeRoundReportStep(report.id, report.revision, { id, opinion: '意见' }, actor)
  }
}

/** Every write of 监控总报告. */
export const roundReportCases = {
  'open-round-report': async () => {
    const form = await monitoringIn('accepted')
    return (actor) => openRoundReport(form.roundId, actor)
  },
  'save-round-report': async () => {
    const report = await reportIn('asked')
    return (actor) => saveRoundReport(report.id, report.revision, { texts: { work: '已开展。' } }, actor)
  },
  'give-round-opinion': async () => {
    const report = await reportIn('asked')
    const given = { sectionId: report.opinions[0]?.sectionId ?? '', verdict: 'agree', text: '' } as const
    return (actor) => giveRoundOpinion(report.id, report.revision, given, actor)
  },
  'ask-round-opinions': reportStep('ask-round-opinions'),
  'withdraw-round-report': reportStep('withdraw-round-report'),
  'finish-round-report': reportStep('finish-round-report'),
  'reopen-round-report': reportStep('reopen-round-report'),
} satisfies Cases
