import type { Duty } from '../duties.ts'

export const [review3241, assess3121, monitor3122, evaluate3123, apply3125, work31] = [
  '巴财〔2020〕38号 三（二）4',
  '巴财〔2020〕38号 三（二）1',
  '巴财〔2020〕38号 三（二）2',
  '巴财〔2020〕38号 三（二）3',
  '巴财〔2020〕38号 三（二）5',
  '巴财〔2020〕38号 三（一）',
]
/** 组织架构 with the yearly plan; 完善监督机制. */
export const [organize311, supervise352] = ['巴财〔2020〕38号 三（一）1', '巴财〔2020〕38号 三（五）2']
/** 监督检查局 and 投资评审中心 take part in 指标体系建设; 加快指标体系建设. */
export const [support31, system342] = ['巴财〔2020〕38号 三（一）2', '巴财〔2020〕38号 三（四）2']
/** 健全考核机制. */
export const appraise351 = '巴财〔2020〕38号 三（五）1'
/** 绩效信息公开. */
export const publish3126 = '巴财〔2020〕38号 三（二）6'
export const business: readonly Duty[] = [
  'performance',
  'budget',
  'inspection',
  'investment',
  'spending',
  'treasury',
  'office',
  'leader',
  'unit',
]
export const everyone: readonly Duty[] = [...business, 'administrator', 'auditor']
export const bureau = business.filter((duty) => duty !== 'unit')
export const writers: readonly Duty[] = ['unit', 'spending', 'performance']
/** Who takes back what was handed in. 支出管理 checks it and returns it, saying why: the unit has to hear of it. */
export const senders: readonly Duty[] = ['unit', 'performance']
/** 财政 publishes on the platform, departments on their sites, 支出管理科 urge them. */
export const publishers: readonly Duty[] = ['unit', 'spending', 'performance', 'budget']
/** Who may say that something is not published. */
export const approvers: readonly Duty[] = ['performance', 'leader']
export const leads: readonly Duty[] = ['performance', 'budget']
/** Who may be assessed: departments by themselves, sections of the bureau by theirs, the county by its 监督与绩效管理科. */
export const assessed = business.filter((duty) => duty !== 'leader')
/** 科室分项复核. */
export const reviewers = bureau.filter((duty) => duty !== 'leader')
/** Who carries packages: the bureau's two leading sections and the units; the administrator keeps the keys. */
export const carriers: readonly Duty[] = ['performance', 'budget', 'unit']
export const keyKeepers: readonly Duty[] = ['performance', 'unit', 'administrator']
/** The leaders decide; 预算科, which reports to them, registers what they decided on paper. */
export const deciders: readonly Duty[] = ['leader', 'budget']
export const appliers: readonly Duty[] = ['performance', 'budget', 'leader']
/** 现场评价 is the work of 监督检查局 and 投资评审中心; 预算科 evaluates the budgets of the counties. */
export const evaluators: readonly Duty[] = ['performance', 'budget', 'inspection', 'investment']

/** Who has work in the yearly plan of the bureau. */
export const planned: readonly Duty[] = bureau.filter((duty) => duty !== 'leader')
/** Who keeps some kind of the register: which kinds, says domain/supervision/register-kinds.ts. */
export const registrars: readonly Duty[] = [
  'performance',
  'budget',
  'inspection',
  'investment',
  'spending',
  'office',
]
