import { monthOf } from '#domain/execution/line'
import { headKey } from './flat-fields.ts'

/** What a column of the treasury's ledger can hold, by its name on the screen. */
export const treasuryFields = {
  ignore: '不读取',
  name: '项目名称',
  code: '项目编码',
  unit: '预算单位',
  unitCode: '单位编码',
  source: '资金来源',
  year: '年度',
  month: '月份',
  initial: '年初预算',
  adjusted: '调整后预算',
  allocated: '指标下达（累计）',
  paid: '累计支出',
  paidMonth: '当月支出',
  ofMonth: '该月的支出（1—12 月各一列）',
} as const
export type TreasuryField = keyof typeof treasuryFields

/** Columns of amounts. */
export const moneyFields: readonly TreasuryField[] = [
  'initial',
  'adjusted',
  'allocated',
  'paid',
  'paidMonth',
  'ofMonth',
]

export function isTreasuryField(value: unknown): value is TreasuryField {
  return typeof value === 'string' && Object.hasOwn(treasuryFields, value)
}

const patterns: readonly [TreasuryField, RegExp][] = [
  ['code', /^(预算)?(项目|指标)(编码|代码|编号)$/],
  ['name', /^(预算)?(项目|专项)(名称)?$|^(指标|资金|专项资金|支出项目)名称$/],
  ['unitCode', /^(预算|用款|基层|二级)?(预算)?(单位|部门)(编码|代码|编号)$/],
  [
    'unit',
    /^(预算|用款|支付|基层|二级|基层预算|二级预算)?(单位|部门)(名称|全称|简称)?$|^部门\(单位\)(名称)?$/,
  ],
  ['source', /^资金(来源|性质|类型)(名称)?$|^预算(类型|类别|来源)$/],
  ['year', /^(预算|会计)?(年度|年份)$/],
  ['month', /^(会计)?(月份|期间|月度)$|^(数据)?截(至|止)(月份|日期|时间)?$/],
  ['initial', /^(其中)?年初(批复|下达|安排)?(部门)?(预算|指标)?(数|额|金额|总额|批复数)?$/],
  [
    'adjusted',
    /^调整后?(全年)?(预算|指标)(数|额|金额|总额)?$|^调整后(金额|数)$|^(全年|本年|当年|现行)(预算|指标)(数|额|金额|总额)?$|^(预算|指标)(数|总额|总数|金额|合计)$/,
  ],
  [
    'allocated',
    /^(累计|已|实际)?(指标|资金|额度)?(累计)?(下达|分配|拨付|到位)(指标|资金|额度)?(数|额|金额|合计)?$/,
  ],
  ['paidMonth', /^(当月|本月|本期)(实际)?(支出|支付|执行)(数|额|金额|合计)?$/],
  [
    'paid',
    /^(截至?(上|本)?月?末?|1[-—–~～至]\d{1,2}月份?)?(本年|全年|年度)?(累计|已|实际|预算)*(支出|支付|执行)(数|额|金额|合计|总额)?$/,
  ],
]

function fieldOfKey(key: string): TreasuryField | undefined {
  if (key === '' || key.length > 24) return undefined
  if (/^(1[0-2]|[1-9])月份?(实际|累计|当月)?(支出|支付|执行)?(数|额|金额)?$/.test(key)) return 'ofMonth'
  return patterns.find(([, pattern]) => pattern.test(key))?.[0]
}

/** The field that a head of one or more rows names: all rows together first, then the lowest alone. */
export function treasuryFieldOf(parts: readonly string[]): TreasuryField | undefined {
  const keys = parts.map(headKey)
  return fieldOfKey(keys.join('')) ?? fieldOfKey(keys.at(-1) ?? '')
}

/** The month that the head of an `ofMonth` column names; null where it names none. */
export function monthOfHead(parts: readonly string[]): number | null {
  return monthOf(parts.map(headKey).join(''))
}
