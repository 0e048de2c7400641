import type { YearRules } from '../year-rules.ts'
import { checkMonitoring, mayBeHandedIn } from './checks.ts'
import type { Counted } from './figures.ts'
import { isWritable } from './flow.ts'
import { compositeSoFar, type LightColour, type LightKind, lightKinds, worstColour } from './lights.ts'
import { fundTotal, lightsOfMonitoring, type Monitoring, measured, referenceOf } from './monitoring.ts'
import type { Ratio } from './ratio.ts'
import { executionRate } from './ratio.ts'

const kindList = Object.keys(lightKinds) as LightKind[] // the keys of the table

/** A form as lists need it: its rates and lights without the indicators that they follow from. */
export type MonitoringLine = Counted &
  Pick<
    Monitoring,
    'id' | 'roundId' | 'goalId' | 'unitId' | 'name' | 'code' | 'heldSince' | 'revision' | 'exemptReason'
  > & {
    rate: Ratio | null
    composite: Ratio | null
    lights: Readonly<Record<LightKind, { colour: LightColour; reason: string }>>
    /** Whether nothing keeps it from being handed in by the unit that still writes on it. */
    isReady: boolean
  }

/** The line of a form under the year's rules; what is collected keeps the lights it had then. */
export function lineOfMonitoring(form: Monitoring, rules: Pick<YearRules, 'monitoring'>): MonitoringLine {
  const { monitoring } = rules
  const { id, roundId, goalId, unitId, name, code, heldSince, revision, exemptReason, state } = form
  const { budget, paid } = fundTotal(form.funds)
  const reference = referenceOf(form)
  const whole = form.frozen ?? lightsOfMonitoring(form, reference, monitoring)
  const of = (kind: LightKind) => ({ colour: whole[kind].colour, reason: whole[kind].reason })
  const lights = {
    execution: of('execution'),
    goal: of('goal'),
    gap: of('gap'),
    forecast: of('forecast'),
  }
  return {
    id,
    roundId,
    goalId,
    unitId,
    name,
    code,
    heldSince,
    revision,
    exemptReason,
    state,
    budget,
    paid,
    lights,
    rate: executionRate({ budget, paid }),
    composite: compositeSoFar(form.entries.map(measured), monitoring),
    worst: worstColour(kindList.map((kind) => lights[kind].colour)),
    isReady: isWritable(state) && mayBeHandedIn(checkMonitoring(form, reference, monitoring)),
  }
}
