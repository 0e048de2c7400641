import { isReported } from '../monitoring/flow.ts'
import { fundTotal, lightsOfMonitoring, type Monitoring } from '../monitoring/monitoring.ts'
import { type Ratio, ratio, whole } from '../monitoring/ratio.ts'
import type { MonitoringRules } from '../monitoring/rules.ts'
import type { Examined, ScreeningFinding, Treasury } from './finding.ts'
import {
  aboveTarget,
  allOnTarget,
  causesWithoutText,
  forecastIsTarget,
  likelihoodAgainst,
} from './indicators.ts'
import { forecastFull, moneyDiffers } from './money.ts'
import { copiedTexts, copyIndex, sameAsBefore } from './repeats.ts'
import { type Risk, riskOf } from './risk.ts'
import { screeningCodes } from './rules.ts'
import { textAgainstLight, textAgainstTreasury } from './texts.ts'

/** A reported form with what was found, gravest rules first, and its risk. */
export type ScreenedForm = Pick<Examined, 'form' | 'lights'> & {
  findings: readonly ScreeningFinding[]
  risk: Risk
}

export type ScreeningContext = {
  rules: MonitoringRules
  referenceOf: (form: Monitoring) => Ratio | null
  /** By goal, to the month of the round; a goal without rows is absent. */
  treasury: ReadonlyMap<string, Treasury>
  /** By goal: its form in the round before. */
  former: ReadonlyMap<string, Monitoring>
}

/**
 * 筛查 of a round (监督检查局, 巴财〔2020〕38号 三（二）2): every reported form with its findings and its risk, the highest
 * first. What is not reported or exempt is left out, also from the comparison of texts.
 */
export function screenRound(forms: readonly Monitoring[], context: ScreeningContext): ScreenedForm[] {
  const { rules } = context
  const reported = forms.filter(({ state }) => isReported(state))
  const index = copyIndex(reported, rules)
  return reported
    .map((form) => {
      const examined = examinedForm(form, context)
      const findings = inOrder([...findingsAlone(examined), ...copiedTexts(examined, index)])
      const facts = { findings, budget: fundTotal(form.funds).budget, lights: examined.lights }
      return { form, lights: examined.lights, findings, risk: riskOf(facts, rules) }
    })
    .toSorted(
      (left, right) => right.risk.points - left.risk.points || (left.form.id < right.form.id ? -1 : 1),
    )
}

function examinedForm(form: Monitoring, context: ScreeningContext): Examined {
  const { rules } = context
  const reference = context.referenceOf(form)
  return {
    form,
    lights: form.frozen ?? lightsOfMonitoring(form, reference, rules),
    planned: reference ?? ratio(form.month, 12) ?? whole,
    treasury: context.treasury.get(form.goalId) ?? null,
    former: context.former.get(form.goalId) ?? null,
    rules,
  }
}

/** What one form shows without the others. */
function findingsAlone(examined: Examined): ScreeningFinding[] {
  return [
    ...moneyDiffers(examined),
    ...textAgainstTreasury(examined),
    ...textAgainstLight(examined),
    ...allOnTarget(examined),
    ...forecastFull(examined),
    ...forecastIsTarget(examined),
    ...aboveTarget(examined),
    ...likelihoodAgainst(examined),
    ...sameAsBefore(examined),
    ...causesWithoutText(examined),
  ]
}

function inOrder(findings: readonly ScreeningFinding[]): ScreeningFinding[] {
  return findings.toSorted(
    (left, right) => screeningCodes.indexOf(left.code) - screeningCodes.indexOf(right.code),
  )
}
