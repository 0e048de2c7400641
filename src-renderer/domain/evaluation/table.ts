import { credibilityRules } from '../credibility/table.ts'
import type { EvaluationRules } from './rules.ts'
import { selfEvaluationRules } from './self-evaluation-table.ts'

const ten = '财预〔2020〕10号'
const city = '巴财〔2020〕38号'
const own = '本系统缺省，可在规则包中调整'

/** 事后绩效评价 under both frames. */
export const evaluationRules: EvaluationRules = {
  bands: { excellent: 90, good: 80, medium: 60, clause: `${ten}（优、良、中、差）`, mark: '源' },
  rounding: { step: 1, clause: `等级在四舍五入到两位小数之后判定（${own}）`, mark: '拟' },
  selfEvaluation: selfEvaluationRules,
  scoring: {
    aggregation: { method: 'mean', trimFrom: 5, least: 3, clause: own, mark: '拟' },
    spread: { dispute: 30, clause: own, mark: '拟' },
    outlier: { distance: 25, clause: own, mark: '拟' },
    agreement: { experts: 5, indicators: 5, clause: own, mark: '拟' },
    sensitivity: { shift: 20, clause: own, mark: '拟' },
    bands: [
      { name: '达成', from: 80, clause: `${ten}（定性指标三档）`, mark: '惯' },
      { name: '部分达成', from: 60, clause: `${ten}（定性指标三档）`, mark: '惯' },
      { name: '未达成', from: 0, clause: `${ten}（定性指标三档）`, mark: '惯' },
    ],
    vetoes: [
      { id: 'misused', text: '截留、挤占、挪用、虚列资金经查实', most: 5999, clause: own, mark: '拟' },
      { id: 'fabricated', text: '评价资料弄虚作假经查实', most: 5999, clause: own, mark: '拟' },
    ],
    outputAndBenefit: { least: 60, clause: `${ten}（产出、效益合计原则上不低于 60%）`, mark: '惯' },
  },
  coverage: {
    cycle: {
      years: 4,
      since: 2020,
      clause: `${city}（财政重点评价 4 年全覆盖；起算年为${own}）`,
      mark: '源',
    },
    government: {
      counties: ['511902', '511903'],
      clause: `${city}（政府预算绩效评价每年全覆盖；非扩权县为巴州区、恩阳区）`,
      mark: '源',
    },
    capacity: { count: 10, clause: own, mark: '拟' },
    sizes: [
      { from: 100_0000_00, points: 5, clause: own, mark: '拟' },
      { from: 500_0000_00, points: 10, clause: own, mark: '拟' },
      { from: 1000_0000_00, points: 20, clause: own, mark: '拟' },
      { from: 5000_0000_00, points: 30, clause: own, mark: '拟' },
    ],
    warnings: { red: 8, yellow: 3, most: 5, clause: own, mark: '拟' },
    grades: { points: { excellent: 0, good: 5, medium: 15, poor: 30 }, clause: own, mark: '拟' },
    waiting: { perYear: 5, rest: 2, clause: own, mark: '拟' },
  },
  survey: {
    ...{ z: 196, confidence: 95, margin: 5, satisfied: 2, values: [100, 80, 60, 30, 0] },
    questions: [
      '您对该项目（政策）的知晓和办理过程是否满意？',
      '您对实施的质量是否满意？',
      '您对实施的及时性是否满意？',
      '您对实际效果是否满意？',
      '总体上您是否满意？',
    ],
    clause: own,
    mark: '拟',
  },
  credibility: credibilityRules,
}
