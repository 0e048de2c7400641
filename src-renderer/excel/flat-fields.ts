import type { MoneyUnit } from './funds.ts'

/** What a column of a flat ledger can hold, in the order a person looks for it, by its name on the screen. */
export const ledgerFields = {
  ignore: '不读取',
  project: '项目名称',
  code: '项目编码',
  unit: '单位名称',
  unitCode: '单位编码',
  department: '主管部门',
  year: '年度',
  total: '资金总额',
  general: '一般公共预算',
  'general-upper': '一般公共预算（上级）',
  'general-local': '一般公共预算（本级）',
  fund: '政府性基金',
  'fund-upper': '政府性基金（上级）',
  'fund-local': '政府性基金（本级）',
  capital: '国有资本经营预算',
  insurance: '社会保险基金',
  fiscal: '财政资金',
  'fiscal-account': '财政专户管理资金',
  'own-money': '单位资金',
  carryover: '上年结转资金',
  'other-money': '其他资金',
  annualGoal: '年度目标',
  longTermGoal: '长期目标',
  indicators: '绩效指标',
  book: '所属预算',
  kind: '管理对象',
  category: '项目类别',
  budgetKind: '预算项目种类',
  importance: '重要程度',
  attribute: '项目属性',
  duration: '项目类型',
  period: '起止时间',
  startsOn: '开始日期',
  endsOn: '结束日期',
  responsible: '责任主体',
  contact: '联系人',
  phone: '联系电话',
  basis: '立项依据',
  overview: '项目概况',
  necessity: '必要性',
  feasibility: '可行性',
  preAssessment: '事前评估',
  disclosure: '是否公开',
  remarks: '备注',
} as const
export type LedgerField = keyof typeof ledgerFields

/** Labels of the money lines as the forms write them: the domain knows parents and parts by these words. */
export const moneyLabels: Partial<Record<LedgerField, string>> = {
  total: '资金总额',
  general: '一般公共预算',
  'general-upper': '一般公共预算（上级）',
  'general-local': '一般公共预算（本级）',
  fund: '政府性基金',
  'fund-upper': '政府性基金（上级）',
  'fund-local': '政府性基金（本级）',
  capital: '国有资本经营预算',
  insurance: '社会保险基金',
  fiscal: '财政拨款',
  'fiscal-account': '财政专户管理资金',
  'own-money': '单位资金',
  carryover: '上年结转资金',
  'other-money': '其他资金',
}

/** Fields that more than one column may feed: their texts follow one another. */
const repeatable: readonly LedgerField[] = [
  'ignore',
  'annualGoal',
  'longTermGoal',
  'indicators',
  'overview',
  'basis',
  'remarks',
]

export function mayRepeat(field: LedgerField): boolean {
  return repeatable.includes(field)
}

const upper = '(上级|中央|省级?|市级)(补助|转移支付|资金)*'
const local = '(本级|县级|区级|县本级|区本级|地方)(安排|财力|资金|配套)*'
const patterns: readonly [LedgerField, RegExp][] = [
  ['project', /^(预算)?(项目|政策|专项)(\(?[/及和]?政策\)?)?名称$|^(预算)?项目$|^(专项)?资金名称$/],
  ['code', /^(预算)?项目(编码|代码|编号)$/],
  ['unitCode', /^((预算|填报|申报|实施|执行|项目)?(单位|部门))(编码|代码|编号)$/],
  [
    'department',
    /^(项目)?(主管|归口)(部门|单位)(名称|全称|简称)?$|^(预算)?部门(名称|全称|简称)?$|^一级预算单位$/,
  ],
  [
    'unit',
    /^(项目)?(预算|实施|执行|承担|申报|填报|建设|使用|用款|二级预算|基层)?单位(名称|全称|简称)?$|^部门\(?单位\)?(名称)?$|^单位\(部门\)(名称)?$/,
  ],
  ['year', /^(预算|申报|所属)?(年度|年份)$/],
  ['fiscal-account', /财政专户/],
  ['carryover', /结转|结余/],
  ['general-upper', new RegExp(`一般公共预算.*${upper}|^${upper}(一般公共预算)?$`)],
  ['general-local', new RegExp(`一般公共预算.*${local}|^${local}(一般公共预算)?$`)],
  ['general', /^一般公共预算(拨款|资金|收入|财政拨款|小计|合计)*$|^公共预算(资金)?$/],
  ['fund-upper', new RegExp(`政府性基金.*${upper}`)],
  ['fund-local', new RegExp(`政府性基金.*${local}`)],
  ['fund', /^政府性基金(预算)?(拨款|资金|收入|小计|合计)*$/],
  ['capital', /^国有资本(经营)?(预算)?(拨款|资金|收入)*$/],
  ['insurance', /^社(会)?保(险)?基金(预算)?(拨款|资金|收入)*$/],
  ['fiscal', /^(其中)?[:：]?财政(性)?(拨款|资金)(小计|合计)?$/],
  ['own-money', /^(单位(自有|自筹)?|自有|自筹|事业)(资金|收入)$/],
  ['other-money', /^其他(资金|收入|来源)$/],
  [
    'total',
    /^(项目|年度|本年|当年|申请|申报|预算|计划|资金)*(资金|预算|金额)*(总额|总计|合计|总预算|金额|预算数|申报数|安排数|预算资金|预算额度|资金规模|项目资金)$|^(年度|项目|当年)预算$/,
  ],
  ['longTermGoal', /^(项目)?(长期|中期|中长期|实施期|总体|项目总)(绩效)?(总体)?(总)?目标$/],
  ['annualGoal', /^(项目)?(年度|当年|本年)?(绩效)?(总体)?(绩效)?目标(内容|描述|情况)?$|^预期目标$/],
  [
    'indicators',
    /指标$|^(主要|具体|核心)?(绩效)?指标(内容|及目标值|及指标值|和指标值|\(.*\))?$|^(数量|质量|时效|成本|产出|效益|满意度|经济效益|社会效益|生态效益|可持续影响|经济成本|社会成本|服务对象满意度)$/,
  ],
  ['book', /^(预算类型|预算类别|所属预算|预算种类|资金性质)$/],
  ['kind', /^(绩效|管理)对象$/],
  ['budgetKind', /^预算项目(种类|类别)$/],
  ['category', /^项目(类别|分类)$/],
  ['importance', /^(项目)?(重要程度|重点程度|是否重点(项目)?)$/],
  ['attribute', /^项目(属性|性质)$|^新增(或|\/)延续$|^是否新增(项目)?$/],
  ['duration', /^项目(类型|周期|期限类型)$/],
  ['period', /^(项目)?(起止|实施)(时间|年限|期限|期|日期)$|^项目期限?$/],
  ['startsOn', /^(项目)?(计划)?(开始|开工|起始)(日期|时间|年月|年度)$/],
  ['endsOn', /^(项目)?(计划)?(完成|结束|完工|终止)(日期|时间|年月|年度)$/],
  ['responsible', /^责任主体$|^责任(单位|人)$/],
  ['contact', /^(项目)?(负责人|联系人)(及(联系)?电话)?$/],
  ['phone', /^(联系)?电话$|^联系方式$/],
  ['basis', /^(项目)?(立项|设立|政策)(的)?依据$|^项目申请理由$|^依据$/],
  ['overview', /^(项目)?(概况|主要内容|基本情况|内容|建设内容|简介|实施内容)$|^主要建设内容$/],
  ['necessity', /必要性$/],
  ['feasibility', /可行性$/],
  ['preAssessment', /^事前(绩效)?评估/],
  ['disclosure', /^是否公开$/],
  ['remarks', /^(备注|其他说明|其他(需要)?说明的?问题|说明)$/],
]

/** White space, width and marks of a head removed; its money unit and year too, which change from year to year. */
export function headKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff*]/g, '')
    .replace(/\((单位[:：])?万?元\)/g, '')
    .replace(/[,，:：]?(单位[:：])?万?元$/, '')
    .replace(/20\d{2}(年度|年)?/g, '')
    .replace(/^(其中)?[:：]/, '')
    .replace(/^\d+[.、]|^[一二三四五六七八九十]+、/, '')
}

function fieldOfKey(key: string): LedgerField | undefined {
  return key === '' || key.length > 24 ? undefined : patterns.find(([, pattern]) => pattern.test(key))?.[0]
}

/** Between the rows of a head that became one text. */
export const joint = ' · '

export function headParts(head: string): string[] {
  return head.split(joint)
}

/** The field that a head of one or more rows names: all rows together first, then the lowest alone. */
export function fieldOfHead(parts: readonly string[]): LedgerField | undefined {
  const keys = parts.map(headKey)
  const last = keys.at(-1) ?? ''
  return fieldOfKey(keys.join('')) ?? fieldOfKey(keys.slice(-2).join('')) ?? fieldOfKey(last)
}

/** The money unit that a head itself names. */
export function unitOfHead(head: string): MoneyUnit | null {
  const text = head.normalize('NFKC').replace(/\s/g, '')
  if (/万元/.test(text)) return '万元'
  return /\((单位[:：])?元\)|单位[:：]元|[:：,，]元$/.test(text) ? '元' : null
}

export function isLedgerField(value: unknown): value is LedgerField {
  return typeof value === 'string' && Object.hasOwn(ledgerFields, value)
}
