import type { Application } from '#domain/applications/application'
import type { Measure } from '#domain/applications/rules'
import type { ApplicationStep, RectificationStep } from '#domain/applications/step'
import type { Fen } from '#domain/money'

/** What is written before a step. */
type Written = Partial<
  Pick<
    Application,
    'decided' | 'decidedChange' | 'decisionReason' | 'budgetOpinion' | 'decidedBy' | 'answer' | 'doneChange'
  >
>
/** A step of the demo's road: which, so many days ago, what was said, what was written before. */
export type Step = [id: ApplicationStep['id'], daysAgo: number, opinion?: string, written?: Written]
/** The same of 整改; `within`: calendar days from the order to its deadline. */
export type Mending = {
  demand: string
  within: number
  steps: readonly [id: RectificationStep['id'], daysAgo: number, opinion?: string][]
  report?: string
}

export type Course = {
  name: string
  steps: readonly Step[]
  mending?: Mending
  /** So many days ago, in words. */
  followed?: readonly [daysAgo: number, text: string]
  letter?: string
}

const leader = '局党组会议'
const send = (daysAgo: number): Step => ['send-application', daysAgo]
const submit = (daysAgo: number, written: Written = {}): Step => [
  'submit-application',
  daysAgo,
  '',
  { budgetOpinion: '同意建议，压减资金统筹用于“三保”和重点项目。', ...written },
]
const decide = (daysAgo: number): Step => ['decide-application', daysAgo, '', { decidedBy: leader }]
const answer = (daysAgo: number, text: string, doneChange: Fen | null): Step => [
  'answer-application',
  daysAgo,
  '',
  { answer: text, doneChange },
]
const wan = 1_000_000
const kept: readonly Measure[] = ['secure']

/** Every state of the road and of 整改; the amounts are those that the rules propose, unless the bureau decided otherwise. */
export const courses: readonly Course[] = [
  {
    name: '农村公路日常养护',
    letter: '1',
    steps: [
      send(150),
      submit(145),
      decide(138),
      answer(118, '已在 2026 年部门预算中压减 207.10 万元，养护里程按压减后的资金重新核定。', -207_100_000),
      ['close-application', 110, '压减到位，与批复的预算一致。'],
    ],
    mending: {
      demand: '完善县道、乡道分级养护台账，按实际养护里程拨付资金，并补报未完成里程的原因和整改措施。',
      within: 45,
      steps: [
        ['order-rectification', 138],
        ['report-rectification', 112],
        ['clear-rectification', 111, '台账完整，已按里程拨付。'],
      ],
      report: '已建立分级养护台账 126 份，从 3 月起按月核定里程后拨付。',
    },
  },
  {
    name: '县城公园绿地养护',
    letter: '1',
    steps: [
      send(150),
      submit(145),
      decide(138),
      ['refer-application', 105, '逾期未反馈，经两次催办仍未落实。'],
      ['handle-referral', 92, '已约谈经办人，责令 5 个工作日内落实并书面反馈。'],
      answer(88, '已核减 2026 年养护经费 41.00 万元，补充反馈迟延原因。', -41 * wan),
      ['close-application', 82, '已落实。'],
    ],
    mending: {
      demand: '核实上级资金到位情况，提出资金缺口的解决办法。',
      within: 40,
      steps: [
        ['order-rectification', 138],
        ['report-rectification', 90],
        ['clear-rectification', 85, '资金来源已明确。'],
      ],
      report: '上级资金已于 7 月到位，缺口部分由本级存量资金解决。',
    },
  },
  {
    name: '80 周岁以上老年人高龄津贴政策',
    letter: '2',
    steps: [
      send(48),
      submit(44, { budgetOpinion: '同意，按实际人数测算。' }),
      decide(38),
      answer(25, '2026 年按实际人数安排预算，优先保障。', null),
      ['close-application', 20, '已按结果优先安排。'],
    ],
  },
  {
    name: '增减挂钩拆旧复垦',
    letter: '2',
    steps: [
      send(48),
      submit(44),
      decide(36),
      answer(8, '已调减 600.00 万元；其余 184.00 万元已签订合同，拟在年中调整。', -600 * wan),
    ],
    mending: {
      demand: '按项目逐宗核实拆旧复垦面积和亩均成本，超标准的部分不予支付。',
      within: 42,
      steps: [
        ['order-rectification', 36],
        ['report-rectification', 6],
      ],
      report: '已逐宗核实 38 宗，超标准支付 21.60 万元已收回国库。',
    },
    followed: [15, '电话督导：支出管理科正与单位核对已签合同的金额。'],
  },
  {
    name: '集州街道社区网格化服务',
    letter: '2',
    steps: [send(62), submit(58), decide(50)],
    mending: {
      demand: '规范网格员聘用和补助发放，清退不符合条件的人员。',
      within: 30,
      steps: [['order-rectification', 50]],
    },
    followed: [12, '发函催办，要求一周内反馈。'],
  },
  {
    name: '农村供水保障工程',
    letter: '2',
    steps: [
      send(62),
      submit(58),
      decide(50),
      ['refer-application', 6, '落实期限已过，2026 年预算仍按原额安排。'],
    ],
    mending: {
      demand: '重新核定每公里管网铺设投资，压减超标准部分。',
      within: 80,
      steps: [['order-rectification', 50]],
    },
  },
  {
    name: '基本公共卫生服务',
    letter: '3',
    steps: [
      send(20),
      submit(16, {
        budgetOpinion: '人均补助标准为上级规定，建议只压减本级管理经费。',
        decided: ['redirect', 'reduce'],
        decidedChange: -392_400_000,
      }),
      decide(9),
    ],
    mending: {
      demand: '核实高血压患者规范管理人数，重复建档的限期清理。',
      within: 60,
      steps: [['order-rectification', 9]],
    },
  },
  {
    name: '农村最低生活保障',
    letter: '3',
    steps: [
      send(20),
      submit(5, {
        budgetOpinion: '属基本民生支出，应保尽保，建议不压减，由民政部门限期整改。',
        decided: kept,
        decidedChange: null,
        decisionReason: '属“三保”范围，不压减预算，以整改和动态核查代替。',
        decidedBy: leader,
      }),
    ],
  },
  {
    name: '南江县国有资产监督管理局 2025 年部门整体支出',
    letter: '4',
    steps: [send(4)],
  },
  {
    name: '城镇职工基本医疗保险',
    steps: [['drop-application', 60, '待遇支出按政策据实保障，指标值随参保人数变动，不作预算压减。']],
  },
  { name: '沙河镇场镇污水收集管网', steps: [] },
]
