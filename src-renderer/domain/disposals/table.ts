import type { Mark } from '../year-rules.ts'
import type { DisposalRules, MeasureRule, ProposalRule } from './rules.ts'

const sichuan = '四川省《部门预算绩效运行监控管理办法》（2025 年）'
const city = '巴财〔2020〕38号 三（二）2'
const national = '财预〔2019〕136号'
const own = '本系统缺省，可在规则包中调整'

type MeasureRow = [
  MeasureRule['id'],
  MeasureRule['letter'],
  flags: string,
  demand: string,
  clause: string,
  mark: Mark,
]

const measureRows: readonly MeasureRow[] = [
  [
    'remind',
    'supervision',
    '',
    '请对照批复的绩效目标核对项目实施情况，查找差距，把问题解决在萌芽阶段。',
    city,
    '源',
  ],
  [
    'caution',
    'supervision',
    'choice',
    '请高度重视绩效目标与资金使用不同步的问题，查明原因，明确整改责任人和完成时间。',
    city,
    '源',
  ],
  [
    'hasten',
    'supervision',
    'choice',
    '请查明进度滞后的原因，重新安排工期和用款计划，加快项目实施和资金支付。',
    city,
    '源',
  ],
  [
    'correct',
    'rectification',
    '',
    '请立即纠正偏离绩效目标的做法，制定整改方案，确保资金按批复的目标和用途使用。',
    city,
    '源',
  ],
  [
    'adjust',
    'rectification',
    'choice amount adjusts',
    '请提出调整预算的方案，并按程序同步申请调整绩效目标；目标发生重大变化的，须先经绩效评估。',
    city,
    '源',
  ],
  [
    'recover',
    'rectification',
    'amount adjusts',
    '确已无法执行的资金由财政收回，请核实结余，按程序办理收回手续，并同步调整绩效目标。',
    city,
    '源',
  ],
  [
    'suspend',
    'rectification',
    'choice',
    '请自收到本通知之日起暂停项目实施和资金支付，查明问题，制定整改方案，经审核同意后再恢复执行。',
    `${sichuan}；${national}`,
    '源',
  ],
]

type ProposalRow = [
  ProposalRule['on'],
  ProposalRule['colour'],
  when: { from?: number; impossible?: true },
  measures: ProposalRule['measures'],
  clause: string,
]

/** What the documents say of each case is sourced; from which colour and month it is one, is this system's default. */
const proposalRows: readonly ProposalRow[] = [
  ['execution', 'yellow', {}, ['hasten'], `${city}（执行进度滞后的督促加快）`],
  ['execution', 'red', {}, ['hasten', 'adjust'], `${city}（执行进度滞后的督促加快）`],
  [
    'execution',
    'red',
    { from: 10 },
    ['adjust', 'recover', 'hasten'],
    `${city}（严重滞后无法执行的调整预算直至收回财政）`,
  ],
  ['forecast', 'yellow', {}, ['hasten'], `${city}（执行进度滞后的督促加快）`],
  ['forecast', 'red', {}, ['adjust', 'recover'], `${city}（严重滞后无法执行的调整预算直至收回财政）`],
  ['goal', 'yellow', {}, ['remind'], `${city}（目标使用方向偏差的提示警示纠偏）`],
  ['goal', 'red', {}, ['correct', 'adjust'], `${city}（目标使用方向偏差的提示警示纠偏）`],
  [
    'goal',
    'red',
    { impossible: true },
    ['adjust', 'correct', 'suspend'],
    `${city}（目标重大变化的经绩效评估后调整预算）`,
  ],
  ['gap', 'yellow', {}, ['remind'], `${city}（目标使用方向偏差的提示警示纠偏）`],
  ['gap', 'red', {}, ['caution', 'correct'], `${city}（目标使用方向偏差的提示警示纠偏）`],
  ['spot-check', 'yellow', {}, ['remind', 'correct'], `${city}（重点核查）`],
  ['spot-check', 'red', {}, ['correct', 'suspend'], `${national}（严重问题暂停实施、纠偏止损）`],
  ['overdue', 'red', {}, ['suspend'], `${sichuan}（超时自动暂停，本系统由人决定）`],
]

const choiceNames = [
  { id: 'continue', adjusts: false },
  { id: 'transfer', adjusts: true },
  { id: 'cancel', adjusts: true },
] as const

/** What is done about a warning under both frames. */
export const disposalRules: DisposalRules = {
  workingDays: 10,
  clause: sichuan,
  mark: '源',
  again: { workingDays: 3, clause: own, mark: '拟' },
  measures: measureRows.map(([id, letter, flags, demand, clause, mark]) => ({
    id,
    letter,
    asksChoice: flags.includes('choice'),
    hasAmount: flags.includes('amount'),
    adjusts: flags.includes('adjusts'),
    demand,
    clause,
    mark,
  })),
  proposals: proposalRows.map(([on, colour, { from = 1, impossible = false }, measures, clause]) => ({
    on,
    colour,
    fromMonth: from,
    impossible,
    measures,
    clause,
    mark: '拟' satisfies Mark,
  })),
  choices: choiceNames.map((choice) => ({ ...choice, clause: sichuan, mark: '源' satisfies Mark })),
}
