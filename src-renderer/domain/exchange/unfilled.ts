import type { SelfEvaluation } from '../evaluation/self-evaluation.ts'
import type { Monitoring } from '../monitoring/monitoring.ts'

const beingWritten: readonly string[] = ['draft', 'returned']

/**
 * A monitoring form for the bureau above. What was handed in goes as it is; one that its unit still writes goes without what
 * is written: that it is due must be known, else whoever does not report has everything reported.
 */
export function monitoringAbove(form: Monitoring): Monitoring {
  if (!beingWritten.includes(form.state)) return form
  return {
    ...form,
    funds: form.funds.map((row) => ({ ...row, paid: null, forecast: null })),
    entries: form.entries.map((entry) => ({
      ...entry,
      ...{ actual: '', forecast: '', likelihood: '' as const, causes: [], causeText: '' },
    })),
    ...{ fundsReason: '', measures: '', summary: '', frozen: null, trail: [] },
  }
}

/** A self-evaluation for the bureau above, likewise. */
export function selfEvaluationAbove(form: SelfEvaluation): SelfEvaluation {
  if (!beingWritten.includes(form.state)) return form
  return {
    ...form,
    funds: form.funds.map((row) => ({ ...row, paid: null })),
    entries: form.entries.map((entry) => ({
      ...entry,
      ...{ actual: '', applies: true, targetTooLow: false, own: null, ownReason: '', deviation: '' },
    })),
    ...{
      writtenTotal: null,
      fundsReason: '',
      adjustmentReason: '',
      carried: 'none' as const,
      carriedReason: '',
    },
    ...{ executionOwn: null, executionOwnReason: '', explanation: '' },
    ...{ completion: '', process: '', summary: '', problems: '', measures: '' },
    ...{ department: { opinion: '', total: null }, frozen: null, trail: [] },
  }
}
