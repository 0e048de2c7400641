import { type Fen, formatWanExact } from '../money.ts'
import { completionOf } from '../monitoring/completion.ts'
import { indicatorLight, type LightKind, lightKinds } from '../monitoring/lights.ts'
import { fundTotal, measured } from '../monitoring/monitoring.ts'
import { compareRatios, percent, percentText, ratio } from '../monitoring/ratio.ts'
import { type Examined, found, type ScreeningFinding, textsOf } from './finding.ts'
import { isBehind } from './indicators.ts'
import { clauseSaying } from './words.ts'

/** The lights that a text of the whole form speaks of. */
const spokenOf: Readonly<Record<string, readonly LightKind[]>> = {
  fundsReason: ['execution'],
  measures: ['execution', 'goal'],
  summary: ['execution', 'goal'],
}

/** 说法与进度矛盾: the text says that all goes well while its light is red or its indicator is behind. */
export function textAgainstLight(examined: Examined): ScreeningFinding[] {
  const { form, lights, rules } = examined
  const { smooth } = rules.screening
  const whole = Object.entries(spokenOf).flatMap(([at, kinds]) => {
    const text = textsOf(form).find((each) => each.at === at)?.text ?? ''
    const clause = clauseSaying(text, smooth)
    const red = kinds.find((kind) => lights[kind].colour === 'red')
    if (clause === '' || !red) return []
    return [
      found(
        'text-against-light',
        rules,
        at,
        `写“${clause}”，但${lightKinds[red]}为红灯：${lights[red].reason}`,
      ),
    ]
  })
  return [...whole, ...form.entries.flatMap((entry) => againstEntry(entry, examined))]
}

function againstEntry(entry: Examined['form']['entries'][number], examined: Examined): ScreeningFinding[] {
  const { rules, planned } = examined
  const clause = clauseSaying(entry.causeText, rules.screening.smooth)
  if (clause === '') return []
  const at = `entries.${entry.id}.causeText`
  const { behind } = rules.screening.checks['text-against-light'].params
  if (indicatorLight(measured(entry), rules).colour === 'red')
    return [
      found(
        'text-against-light',
        rules,
        at,
        `“${entry.name}”写“${clause}”，但全年预计 ${entry.forecast}，指标为红灯。`,
      ),
    ]
  if (!isBehind(entry, examined, behind)) return []
  const { rate } = completionOf(entry, entry.actual, rules)
  const message = `“${entry.name}”写“${clause}”，但目前完成 ${rate ? percentText(rate) : '—'}，不到计划进度（${percentText(planned)}）的 ${behind}%。`
  return [found('text-against-light', rules, at, message)]
}

/**
 * 未到位说法与资金矛盾: the text says that the money is not there, though the treasury has made it available or paid it –
 * or, where nothing is known of the treasury, the form itself reports it as paid.
 */
export function textAgainstTreasury({ form, treasury, rules }: Examined): ScreeningFinding[] {
  const { budget, paid } = fundTotal(form.funds)
  const { arrived } = rules.screening.checks['text-against-treasury'].params
  const amounts: [string, Fen | null][] = treasury
    ? [
        ['国库已下达', treasury.allocated],
        ['国库已支出', treasury.paid],
      ]
    : [['本表自报已执行', paid]]
  const shown = amounts.flatMap(([name, amount]) => {
    const share = budget === null || amount === null ? null : ratio(amount, budget)
    return share && compareRatios(share, percent(arrived)) >= 0 ? [{ name, amount, share }] : []
  })
  const [there] = shown
  if (!there || (budget ?? 0) <= 0) return []
  return textsOf(form).flatMap(({ at, text }) => {
    const clause = clauseSaying(text, rules.screening.unfunded)
    if (clause === '') return []
    const message = `写“${clause}”，但${there.name} ${formatWanExact(there.amount)} 万元，占预算 ${percentText(there.share)}。`
    return [found('text-against-treasury', rules, at, message)]
  })
}
