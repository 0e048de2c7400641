import { type LightColour, type LightKind, type Lights, lightKinds, lightsOf, severityOf } from './lights.ts'
import { fundTotal, type Monitoring, measured } from './monitoring.ts'
import type { Ratio } from './ratio.ts'
import type { MonitoringRules } from './rules.ts'

/** A light that would change its colour under other lines. */
export type ColourChange = {
  kind: LightKind
  from: LightColour
  to: LightColour
  /** Why it would have the new colour. */
  reason: string
}

/** A form of which lights would change. */
export type RehearsedForm = {
  form: Monitoring
  changes: readonly ColourChange[]
  /** Collected: its lights are kept as they were confirmed, whatever the lines become. */
  isKept: boolean
}

const kinds = Object.keys(lightKinds) as LightKind[] // the keys of the table

/**
 * 试算: the forms of a round of which lights have another colour under other lines. Forms on which nothing is reported and
 * exempt ones are left out; so are those whose colours stay.
 */
export function rehearse(
  forms: readonly Monitoring[],
  before: MonitoringRules,
  after: MonitoringRules,
  referenceOfForm: (form: Monitoring) => Ratio | null,
): RehearsedForm[] {
  return forms.flatMap((form) => {
    if (form.state === 'exempt') return []
    const facts = {
      month: form.month,
      reference: referenceOfForm(form),
      indicators: form.entries.map(measured),
      ...fundTotal(form.funds),
    }
    const changes = changesBetween(lightsOf(facts, before), lightsOf(facts, after))
    return changes.length === 0 ? [] : [{ form, changes, isKept: form.frozen !== null }]
  })
}

function changesBetween(before: Lights, after: Lights): ColourChange[] {
  return kinds.flatMap((kind) => {
    const [from, to] = [before[kind].colour, after[kind].colour]
    return from === to ? [] : [{ kind, from, to, reason: after[kind].reason }]
  })
}

export type RehearsalSum = { forms: number; worse: number; better: number; kept: number }

/** How many forms change, of them how many get a graver light, a milder one, and how many stay as confirmed. */
export function sumOfRehearsal(rehearsed: readonly RehearsedForm[]): RehearsalSum {
  const some = (isSo: (change: ColourChange) => boolean) =>
    rehearsed.filter(({ changes }) => changes.some(isSo)).length
  return {
    forms: rehearsed.length,
    worse: some(({ from, to }) => severityOf(to) > severityOf(from)),
    better: some(({ from, to }) => severityOf(to) < severityOf(from)),
    kept: rehearsed.filter(({ isKept }) => isKept).length,
  }
}
