import type { IndicatorEntry, Monitoring } from '#domain/monitoring/monitoring'
import { parseDecimal } from '#domain/monitoring/ratio'

/** How a form of the demo is misreported; the amounts are percent of the budget. */
type Trick = (form: Monitoring) => Monitoring

function withMoney(form: Monitoring, paid: number, forecast: number): Monitoring {
  const share = (budget: number | null, percent: number) =>
    budget === null ? null : Number((BigInt(budget) * BigInt(percent)) / 100n)
  return {
    ...form,
    funds: form.funds.map((row) => ({
      ...row,
      paid: share(row.budget, paid),
      forecast: share(row.budget, forecast),
    })),
  }
}

function isNumber({ operator, value }: IndicatorEntry): boolean {
  return operator !== '定性' && parseDecimal(value) !== null
}

function isQuantity(entry: IndicatorEntry): boolean {
  return isNumber(entry) && ['≥', '>', '='].includes(entry.operator) && !/[%‰]/.test(entry.unit)
}

/** So many percent of a target in whole numbers. */
function part({ value }: IndicatorEntry, percent: bigint): string {
  const goal = parseDecimal(value)
  return goal ? String((goal.of * percent) / (goal.to * 100n)) : value
}

function atTarget(entry: IndicatorEntry): string {
  return isNumber(entry) ? entry.value : '已完成'
}

function sure(entry: IndicatorEntry): IndicatorEntry {
  return { ...entry, forecast: atTarget(entry), likelihood: 'sure', causes: [], causeText: '' }
}

/** Everything is said to be done in July, with less than half of the money. */
const allDone: Trick = (form) => ({
  ...withMoney(form, 45, 100),
  fundsReason: '',
  entries: form.entries.map((entry) => ({ ...sure(entry), actual: atTarget(entry) })),
  measures: '',
  summary: '年度任务已全部完成。',
})

/** Next to nothing is paid, all of it is promised, and all is said to go well. */
const allPromised: Trick = (form) => ({
  ...withMoney(form, 4, 100),
  fundsReason: '资金支付进度正常，集中在四季度支付。',
  summary: '项目进展顺利。',
})

/** Hardly anything is done, and the targets are copied as the forecast. */
const copiedTargets: Trick = (form) => ({
  ...withMoney(form, 52, 96),
  fundsReason: '',
  entries: form.entries.map((entry) => ({
    ...sure(entry),
    actual: isQuantity(entry) ? part(entry, 8n) : entry.actual,
  })),
  measures: '',
})

/** One number is far beyond its target. */
const farAbove: Trick = (form) => {
  const first = form.entries.find(isQuantity)
  return {
    ...form,
    entries: form.entries.map((entry) =>
      entry === first ? { ...sure(entry), actual: part(entry, 260n), forecast: part(entry, 300n) } : entry,
    ),
  }
}

/** The money is said to be missing, though most of it is spent. */
const saidMissing: Trick = (form) => ({
  ...withMoney(form, 68, 85),
  fundsReason: '上级专项资金尚未下达，影响支付。',
})

/** Sure of what is not forecast, with causes that are not explained. */
const unsure: Trick = (form) => ({
  ...form,
  entries: form.entries.map((entry, index) =>
    index < 2
      ? {
          ...entry,
          forecast: isNumber(entry) ? part(entry, 90n) : '正在实施',
          likelihood: 'sure',
          causes: ['people'],
          causeText: '人手不足，验收推后。',
        }
      : { ...sure(entry), causes: ['system'] },
  ),
})

/** One and the same explanation, passed from unit to unit. */
const passedOn: Trick = (form) => ({
  ...withMoney(form, 31, 88),
  fundsReason: '受连续强降雨影响，施工单位进场较晚，项目实施进度滞后于年初安排。',
})

/** Which forms, by the name of their goal, and how: few enough to be believed. */
const tricks: ReadonlyMap<string, Trick> = new Map<string, Trick>([
  ['城镇老旧小区改造', allDone],
  ['河湖管护和巡河保洁', allDone],
  ['革命文物保护修缮', allPromised],
  ['黄金工业园污水处理站提标', allPromised],
  ['高标准农田建设', copiedTargets],
  ['农村供水保障工程', copiedTargets],
  ['测土配方施肥推广', farAbove],
  ['工业园区标准厂房配套', saidMissing],
  ['市政道路和路灯维护', unsure],
  ['小型水库除险加固', passedOn],
  ['长赤镇翡翠米基地道路硬化', passedOn],
  ['县城易涝点整治', passedOn],
  ['抗旱应急水源工程', passedOn],
])

/** The form as it is reported: most are honest. */
export function asReported(form: Monitoring): Monitoring {
  return tricks.get(form.name)?.(form) ?? form
}
