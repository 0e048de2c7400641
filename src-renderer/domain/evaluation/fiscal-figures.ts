import { type Fen, formatWanExact } from '../money.ts'
import { absolute, minus, over, parseDecimal, type Ratio, ratio } from '../monitoring/ratio.ts'
import { normaliseText } from '../target.ts'
import type { Sourced } from '../year-rules.ts'

/** What a fiscal statement says that the running of a government's budget is measured by: amounts in 分, rates as text. */
export const fiscalFigures = {
  revenueBudget: { name: '一般公共预算收入预算数', kind: 'amount' },
  revenueFinal: { name: '一般公共预算收入决算数', kind: 'amount' },
  taxRevenue: { name: '税收收入决算数', kind: 'amount' },
  taxShareOfCity: { name: '全市税收占比平均数（%）', kind: 'rate' },
  growth: { name: '收入同口径增幅（%）', kind: 'rate' },
  growthTarget: { name: '收入目标增幅（%）', kind: 'rate' },
  initialBudget: { name: '支出年初预算数', kind: 'amount' },
  initialPlaced: { name: '年初落实到项目和单位数', kind: 'amount' },
  spendingAdjusted: { name: '一般公共预算支出调整预算数', kind: 'amount' },
  spendingFinal: { name: '一般公共预算支出决算数', kind: 'amount' },
  carriedOver: { name: '年终结转结余', kind: 'amount' },
  idleDue: { name: '两年以上应盘活存量资金', kind: 'amount' },
  idleUsed: { name: '两年以上已盘活存量资金', kind: 'amount' },
  directAllocated: { name: '直达资金下达数', kind: 'amount' },
  directPaid: { name: '直达资金支出数', kind: 'amount' },
  guaranteeDue: { name: '“三保”应保数', kind: 'amount' },
  guaranteePaid: { name: '“三保”实际支出数', kind: 'amount' },
  managementScore: { name: '预算绩效管理工作考核得分（分）', kind: 'rate' },
} as const
export type FiscalFigure = keyof typeof fiscalFigures
export const fiscalFigureList = Object.keys(fiscalFigures) as FiscalFigure[] // the keys of the table

/** A figure with where it stands: file, sheet and cell, or that a person typed it. Amounts are 分 as text. */
export type StatedFigure = { value: string; source: string }
export type StatedFigures = Readonly<Partial<Record<FiscalFigure, StatedFigure>>>

/** Reckoned for an indicator of the government's system, with all that it rests on. */
export type FiscalAnswer = Sourced & {
  value: string
  formula: string
  inputs: readonly { name: string; value: string; source: string }[]
}

type Rule = {
  indicator: string
  uses: readonly FiscalFigure[]
  /** As it is written, beside the amounts. */
  text: string
  /** In percent, or points; null where something divides by nothing. */
  reckon: (values: readonly Ratio[]) => Ratio | null
}

const hundred: Ratio = { of: 100n, to: 1n }

function share(a: Ratio | undefined, b: Ratio | undefined): Ratio | null {
  if (!a || !b) return null
  const quotient = over(a, b)
  return quotient && { of: quotient.of * hundred.of, to: quotient.to }
}

function quotientRule(indicator: string, of: FiscalFigure, to: FiscalFigure, text: string): Rule {
  return { indicator, uses: [of, to], text, reckon: ([a, b]) => share(a, b) }
}

/** The formulas of rules 5.3, each of an indicator of the shipped system by its name. */
const rules: readonly Rule[] = [
  {
    ...{ indicator: '收入预算偏离度', uses: ['revenueFinal', 'revenueBudget'] },
    text: '绝对值（决算 − 预算）÷ 预算 × 100%',
    reckon: ([final, budget]) => (final && budget ? share(absolute(minus(final, budget)), budget) : null),
  },
  quotientRule('年初预算到位率', 'initialPlaced', 'initialBudget', '年初落实到项目和单位 ÷ 年初预算 × 100%'),
  quotientRule('一般公共预算支出进度', 'spendingFinal', 'spendingAdjusted', '支出 ÷ 调整预算 × 100%'),
  quotientRule('结转结余率', 'carriedOver', 'spendingFinal', '结转结余 ÷ 支出 × 100%'),
  quotientRule('两年以上存量资金盘活率', 'idleUsed', 'idleDue', '盘活 ÷ 应盘活 × 100%'),
  quotientRule('直达资金支出进度', 'directPaid', 'directAllocated', '支出 ÷ 下达 × 100%'),
  {
    ...{ indicator: '税收占一般公共预算收入比', uses: ['taxRevenue', 'revenueFinal', 'taxShareOfCity'] },
    text: '税收 ÷ 收入 ÷ 全市平均占比 × 100%',
    reckon: ([tax, revenue, city]) => {
      const own = share(tax, revenue)
      return own && city ? share(own, city) : null
    },
  },
  quotientRule('同口径增幅', 'growth', 'growthTarget', '同口径增幅 ÷ 目标增幅 × 100%'),
  quotientRule('“三保”保障率', 'guaranteePaid', 'guaranteeDue', '实际 ÷ 应保 × 100%'),
  {
    ...{ indicator: '预算绩效管理工作考核得分', uses: ['managementScore'], text: '考核得分' },
    reckon: ([score]) => score ?? null,
  },
]

const source: Sourced = {
  clause: '财政运行综合绩效评价框架（官方指标未见，本系统缺省），取自财政报表',
  mark: '拟',
}

/** Whether any figure is asked for by the indicators of a system. */
export function asksFigures(indicatorNames: readonly string[]): boolean {
  return indicatorNames.some((name) => ruleOf(name) !== undefined)
}

function ruleOf(name: string): Rule | undefined {
  const wanted = normaliseText(name)
  return rules.find(({ indicator }) => normaliseText(indicator) === wanted)
}

/** What the statements give for an indicator; null where a figure is missing or divides by nothing. */
export function fiscalAnswer(name: string, stated: StatedFigures): FiscalAnswer | null {
  const rule = ruleOf(name)
  if (!rule) return null
  const found = rule.uses.map((figure) => ({ figure, given: stated[figure] }))
  const values = found.map(({ figure, given }) => (given ? numberOf(figure, given) : null))
  const known = values.filter((value) => value !== null)
  if (known.length < rule.uses.length) return null
  const result = rule.reckon(known)
  if (!result) return null
  const value = decimalText(result)
  const inputs = found.map(({ figure, given }) => ({
    name: fiscalFigures[figure].name,
    value: given ? shownFigure(figure, given) : '',
    source: given?.source ?? '',
  }))
  const formula = `${rule.text}：${inputs.map((input) => `${input.name} ${input.value}`).join('，')}，得 ${value}`
  return { value, formula, inputs, ...source }
}

function numberOf(figure: FiscalFigure, { value }: StatedFigure): Ratio | null {
  if (fiscalFigures[figure].kind === 'rate') return parseDecimal(value)
  return /^-?\d+$/.test(value) ? ratio(BigInt(value), 1) : null
}

/** A figure as a person reads it: amounts in 万元. */
export function shownFigure(figure: FiscalFigure, { value }: StatedFigure): string {
  if (fiscalFigures[figure].kind === 'rate') return value
  const amount: Fen = Number(value)
  return Number.isSafeInteger(amount) ? `${formatWanExact(amount)} 万元` : value
}

/** Two decimals, cut: 99.996 % is not yet 100 %. */
function decimalText({ of, to }: Ratio): string {
  const cut = (of * 100n) / to
  const sign = cut < 0n ? '-' : ''
  const digits = (cut < 0n ? -cut : cut).toString().padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '')
}
