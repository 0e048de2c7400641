import { emptyEntry, type IndicatorEntry, type Monitoring } from '#domain/monitoring/monitoring'
import { type ScreenedForm, type ScreeningContext, screenRound } from '#domain/screening/screen'
import { rulesById } from '#domain/year-rules'
import { opened } from '../monitoring/sample.ts'
import { indicator, wan } from '../sample-goal.ts'

export const rules = rulesById('frame-2021').monitoring

/** Targets of 1,200: at July the plan stands at 700, and half of it at 350. */
function entry(id: string, change: Partial<IndicatorEntry>): IndicatorEntry {
  const target = indicator(id, { level1: '产出指标', level2: '数量指标', name: `指标${id}`, weight: 1000 })
  return { ...emptyEntry({ ...target, operator: '≥', value: '1200', unit: '户' }), ...change }
}

export type Facts = Partial<Omit<Monitoring, 'entries'>> & {
  entries?: Readonly<Partial<Record<'a' | 'b' | 'r' | 'w', Partial<IndicatorEntry>>>>
  budget?: number
  paid?: number | null
  forecast?: number | null
}

/** A reported form about which nothing can be said; amounts in 万元. */
export function honest({
  entries = {},
  budget = 1200,
  paid = 720,
  forecast = 1190,
  ...change
}: Facts = {}): Monitoring {
  const base = opened()
  const fen = (amount: number | null) => (amount === null ? null : amount * wan)
  return {
    ...base,
    funds: base.funds.map((row) =>
      row.group === 'general'
        ? { ...row, budget: fen(budget), paid: fen(paid), forecast: fen(forecast) }
        : row,
    ),
    entries: [
      entry('a', { actual: '700', forecast: '1210', likelihood: 'sure', ...entries.a }),
      entry('b', { actual: '650', forecast: '1200', likelihood: 'sure', ...entries.b }),
      entry('r', {
        value: '95',
        unit: '%',
        actual: '95',
        forecast: '95',
        likelihood: 'sure',
        ...entries.r,
      }),
      entry('w', {
        operator: '定性',
        value: '提升',
        unit: '',
        actual: '基本达成',
        forecast: '达成',
        likelihood: 'sure',
        ...entries.w,
      }),
    ],
    state: 'submitted',
    ...change,
  }
}

export function screened(
  forms: readonly Monitoring[],
  change: Partial<ScreeningContext> = {},
): ScreenedForm[] {
  const context = { rules, referenceOf: () => null, treasury: new Map(), former: new Map() }
  return screenRound(forms, { ...context, ...change })
}

/** Codes of what is found in one form alone. */
export function codesOf(form: Monitoring, change: Partial<ScreeningContext> = {}): string[] {
  return (screened([form], change)[0]?.findings ?? []).map(({ code }) => code)
}
