import { formatWanExact } from '../money.ts'
import { fundTotal } from '../monitoring/monitoring.ts'
import {
  compareRatios,
  executionRate,
  percent,
  percentText,
  ratio,
  times,
  whole,
} from '../monitoring/ratio.ts'
import { type Examined, found, type ScreeningFinding } from './finding.ts'

/** 支出少而预计全部执行: everything is to be paid by the end of the year, though little was until now. */
export function forecastFull({ form, rules, planned }: Examined): ScreeningFinding[] {
  const { behind } = rules.screening.checks['forecast-full'].params
  const { budget, paid, forecast } = fundTotal(form.funds)
  const [soFar, expected] = [executionRate({ budget, paid }), executionRate({ budget, paid: forecast })]
  if (!soFar || !expected || compareRatios(expected, whole) < 0) return []
  if (compareRatios(soFar, times(planned, percent(behind))) >= 0) return []
  const message = `${form.month} 月底执行率 ${percentText(soFar)}，不到计划进度（${percentText(planned)}）的 ${behind}%，全年预计 ${percentText(expected)}。`
  return [found('forecast-full', rules, 'funds', message)]
}

/** 与国库数不一致: the amount reported is not the one paid; nothing is said where the treasury's is not there. */
export function moneyDiffers({ form, rules, treasury }: Examined): ScreeningFinding[] {
  const { paid } = fundTotal(form.funds)
  const theirs = treasury?.paid ?? null
  if (paid === null || theirs === null) return []
  const { percent: tolerance } = rules.screening.checks['money-differs'].params
  const difference = Math.abs(paid - theirs)
  const share = ratio(difference, Math.max(paid, theirs))
  if (!share || compareRatios(share, percent(tolerance)) <= 0) return []
  const direction = paid > theirs ? '多报' : '少报'
  const message = `自报执行 ${formatWanExact(paid)} 万元，国库支出 ${formatWanExact(theirs)} 万元，${direction} ${formatWanExact(difference)} 万元（${percentText(share)}）。`
  return [found('money-differs', rules, 'funds', message)]
}
