import type { Fen } from '../money.ts'
import type { Lights } from '../monitoring/lights.ts'
import type { FrozenLights, Monitoring } from '../monitoring/monitoring.ts'
import type { Ratio } from '../monitoring/ratio.ts'
import type { MonitoringRules } from '../monitoring/rules.ts'
import type { Problem } from '../problem.ts'
import type { Mark } from '../year-rules.ts'
import type { ScreeningCode } from './rules.ts'

/** Where a sentence stands. */
export type TextPlace = { monitoringId: string; unitId: string; name: string; at: string }

/** A sentence that several forms have, with all of its places; one of them is the form the finding is of. */
export type CopiedSentence = { sentence: string; places: readonly TextPlace[] }

/** A finding about the credibility of a form: `at` is a field as in the checks of the form. */
export type ScreeningFinding = Problem & {
  code: ScreeningCode
  mark: Mark
  /** Set where text is shared with other forms. */
  copied: CopiedSentence | null
}

/** What the treasury shows of a goal to the end of the form's month; null where its ledger has no such column. */
export type Treasury = { allocated: Fen | null; paid: Fen | null }

/** A form with what it is compared with. */
export type Examined = {
  form: Monitoring
  lights: Lights | FrozenLights
  /** The share that should be done and paid at the month: the planned curve, else 序时进度. */
  planned: Ratio
  /** null where nothing was imported of it. */
  treasury: Treasury | null
  /** Its form in the round before; null where there was none. */
  former: Monitoring | null
  rules: MonitoringRules
}

/** A finding under a rule. */
export function found(
  code: ScreeningCode,
  rules: MonitoringRules,
  at: string,
  message: string,
  copied: CopiedSentence | null = null,
): ScreeningFinding {
  const { severity, clause, mark, suggestion } = rules.screening.checks[code]
  return { code, severity, at, message, clause, mark, suggestion, copied }
}

/** The texts of a form that a person wrote, by field. */
export function textsOf(form: Monitoring): { at: string; text: string }[] {
  return [
    { at: 'fundsReason', text: form.fundsReason },
    ...form.entries.flatMap(({ id, actual, forecast, causeText }) => [
      { at: `entries.${id}.actual`, text: actual },
      { at: `entries.${id}.forecast`, text: forecast },
      { at: `entries.${id}.causeText`, text: causeText },
    ]),
    { at: 'measures', text: form.measures },
    { at: 'summary', text: form.summary },
  ].filter(({ text }) => text.trim() !== '')
}
