import { AppError } from '#domain/errors'
import type { ReportFigures } from '#domain/monitoring/report-figures'
import {
  type RoundReport,
  type RoundReportStep,
  roundReportFlow,
  steppedReport,
  unanswered,
} from '#domain/monitoring/round-report'
import { nextState } from '#domain/workflow'
import type { Section } from '#domain/year-book'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** The report with a change, at its next revision. */
export function revisedReport(stamp: Stamp, report: RoundReport, change: Partial<RoundReport>): RoundReport {
  return {
    ...report,
    ...change,
    ...changed(stamp, report),
  }
}

/**
 * The report after a step. Throws what the table, the duty or a missing opinion say, and `opinion-unanswered` where it is
 * finished while a section's wish for a change has no answer.
 */
export function movedReport(
  stamp: Stamp,
  report: RoundReport,
  wanted: RoundReportStep,
  around: { figures: ReportFigures; sections: readonly Section[] },
): RoundReport {
  const next = nextState(roundReportFlow, report.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(next.refused === 'wrong-duty' ? 'not-permitted' : next.refused)
  if (next.to === 'final' && unanswered(report.opinions).length > 0) throw new AppError('opinion-unanswered')
  const made = { actor: stamp.actor, at: stamp.at, ...around }
  return revisedReport(stamp, report, steppedReport(report, next.to, wanted, made))
}
