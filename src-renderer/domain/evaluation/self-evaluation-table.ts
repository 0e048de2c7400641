import type { Edition, SelfEvaluationRules } from './rules.ts'

const ten = '财预〔2020〕10号'
const form = '项目支出绩效自评表（国家版）'
const sichuan = '四川省预算管理一体化自评表 510000_0013zp'
const own = '本系统缺省，可在规则包中调整'

const national: Edition = {
  id: 'national',
  region: '',
  name: '国家版',
  executionWeight: 1000,
  indicatorTotal: 9000,
  denominator: 'revised',
  funds: [
    { group: 'fiscal', name: '其中：本年财政拨款' },
    { group: 'carryover', name: '上年结转资金' },
    { group: 'other', name: '其他资金' },
  ],
  reasonBelow: null,
  levels: [
    { name: '产出指标', weight: 5000 },
    { name: '效益指标', weight: 3000 },
    { name: '满意度指标', weight: 1000 },
  ],
  limits: null,
  clause: `${ten} 附件 ${form}`,
  mark: '源',
}

const provincial: Edition = {
  id: 'sichuan',
  region: '51',
  name: '四川一体化版',
  executionWeight: 1000,
  indicatorTotal: 9000,
  denominator: 'revised',
  funds: [
    { group: 'fiscal', name: '其中：财政资金' },
    { group: 'fiscal-account', name: '财政专户管理资金' },
    { group: 'unit', name: '单位资金' },
    { group: 'other', name: '其他资金' },
  ],
  reasonBelow: { rate: 90, clause: `${sichuan}（低于 90% 必须填原因）`, mark: '源' },
  levels: [],
  limits: { reason: 100, text: 200, clause: `${sichuan}（字数限制）`, mark: '源' },
  clause: sichuan,
  mark: '源',
}

const hubei: Edition = {
  ...national,
  id: 'hubei',
  region: '42',
  name: '湖北版',
  executionWeight: 2000,
  indicatorTotal: 8000,
  denominator: 'revised-fiscal',
  levels: [],
  clause: '湖北省项目支出绩效自评表（2020）',
  mark: '源',
}

/** 自评 under both frames: the national form and its scoring; what the ministry left open is proposed here. */
export const selfEvaluationRules: SelfEvaluationRules = {
  editions: [national, provincial, hubei],
  qualitative: [
    { name: '达成年度指标', from: 80, clause: `${ten}（定性指标三档）`, mark: '惯' },
    { name: '部分达成并有一定效果', from: 60, clause: `${ten}（定性指标三档）`, mark: '惯' },
    { name: '未达成且效果较差', from: 0, clause: `${ten}（定性指标三档）`, mark: '惯' },
  ],
  scales: [
    {
      name: '优良中低差',
      steps: [
        { name: '优', rate: 100 },
        { name: '良', rate: 80 },
        { name: '中', rate: 60 },
        { name: '低', rate: 30 },
        { name: '差', rate: 0 },
      ],
      clause: `${sichuan}（量表名为原表所有；各档得分率为${own}）`,
      mark: '拟',
    },
    {
      name: '好坏',
      steps: [
        { name: '好', rate: 100 },
        { name: '坏', rate: 0 },
      ],
      clause: `${sichuan}（量表名为原表所有；各档得分率为${own}）`,
      mark: '拟',
    },
  ],
  softened: {
    words: ['较', '比较', '基本', '相对'],
    rate: 70,
    clause: `${ten}（部分达成档取中值，${own}）`,
    mark: '拟',
  },
  unsigned: {
    costWords: ['成本', '费用', '支出', '金额'],
    openUnits: ['天', '日', '个工作日', '工作日', '小时', '分钟', '月', '个月', '年'],
    clause: own,
    mark: '拟',
  },
  overshoot: {
    tiers: [
      { above: 130, cut: 10 },
      { above: 150, cut: 20 },
      { above: 200, cut: 30 },
    ],
    clause: `${ten}（年初目标偏低造成超额的按偏离度调减；比例为${own}）`,
    mark: '拟',
  },
  forward: { clause: `${ten}（正向指标：实际值 ÷ 指标值 × 分值，封顶）`, mark: '源' },
  reverse: { clause: `${ten}（反向指标：指标值 ÷ 实际值 × 分值，封顶）`, mark: '源' },
  equal: { clause: `等号指标按偏离程度扣减（${own}）`, mark: '拟' },
  execution: { clause: `${form}（执行率 × 分值，不超过上限）`, mark: '源' },
  notApplicable: { clause: '不适用指标不考核，适用指标得分折算百分制', mark: '源' },
  caps: [],
  allFull: { rate: 80, clause: `全部满分而执行率低于 80%（${own}）`, mark: '拟' },
}
