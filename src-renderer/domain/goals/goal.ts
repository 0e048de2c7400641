import type { Day, Moment } from '../dates.ts'
import type { Fen } from '../money.ts'
import type { Health } from '../problem.ts'
import { plainCode } from '../year-book.ts'

/** 管理对象 (全方位). */
export const objectKinds = {
  government: '政府预算',
  department: '部门整体',
  policy: '政策',
  project: '项目',
} as const
export type ObjectKind = keyof typeof objectKinds

/** 四本预算 (全覆盖). */
export const budgetBooks = {
  general: '一般公共预算',
  fund: '政府性基金预算',
  capital: '国有资本经营预算',
  insurance: '社会保险基金预算',
} as const
export type BudgetBook = keyof typeof budgetBooks

/** 状态 of a goal, in the order of its road (see flow.ts). */
export const goalStatuses = {
  draft: '草稿',
  returned: '已退回',
  submitted: '待初审',
  joint: '待会审',
  key: '待复审',
  reviewed: '可入预算',
  approved: '已批复',
  rejected: '未通过',
} as const
export type GoalStatus = keyof typeof goalStatuses

/** 项目类别 (巴财〔2020〕38号 三（二）1). */
export const projectCategories = { department: '部门发展类', social: '社会发展类' } as const
/** 预算项目种类. */
export const budgetKinds = { departmental: '部门预算项目', special: '专项预算项目' } as const
/** 一般性 / 重点. */
export const importances = { general: '一般性项目', key: '重点项目' } as const
/** 项目属性. */
export const attributes = { new: '新增', continuing: '延续' } as const
/** 项目类型. */
export const durations = { recurring: '常年性', continuing: '延续性', once: '一次性' } as const

/** 资金来源; the order is that of the form. */
export const fundingSources = {
  'general-upper': '一般公共预算（上级）',
  'general-local': '一般公共预算（本级）',
  'fund-upper': '政府性基金（上级）',
  'fund-local': '政府性基金（本级）',
  capital: '国有资本经营预算',
  insurance: '社会保险基金',
  'fiscal-account': '财政专户管理资金',
  unit: '单位资金',
  carryover: '上年结转资金',
  other: '其他资金',
} as const
export type FundingSource = keyof typeof fundingSources

/** 指标性质. '' where the text could not be split: then the whole text is the value. */
export const operators = ['=', '≥', '≤', '>', '<', '定性', ''] as const
export type Operator = (typeof operators)[number]

/** 指标. `weight` is in hundredths of a point; null where not filled. */
export type Indicator = {
  id: string
  /** 一级、二级指标 by name; canonical where recognised, as published elsewhere. */
  level1: string
  level2: string
  /** 三级指标. */
  name: string
  operator: Operator
  value: string
  unit: string
  weight: number | null
  /** 中长期指标值 as text; '' where the form has none. */
  longTermTarget: string
  /** 指标值设定依据, 取值方式, 完成值数据来源, 评分规则 (101号), 备注. */
  basis: string
  method: string
  source: string
  scoring: string
  note: string
}

/** 年度主要任务 of a 部门整体支出绩效目标申报表. */
export type Task = {
  id: string
  name: string
  content: string
  total: Fen | null
  fiscal: Fen | null
  other: Fen | null
}

/** Everything on the form that a person fills in. */
export type GoalContent = {
  kind: ObjectKind
  book: BudgetBook
  unitId: string
  /** 项目代码; '' when none was given yet. */
  code: string
  name: string
  /** 责任主体. */
  responsible: string
  contact: string
  phone: string
  category: keyof typeof projectCategories | ''
  budgetKind: keyof typeof budgetKinds | ''
  importance: keyof typeof importances
  attribute: keyof typeof attributes | ''
  duration: keyof typeof durations | ''
  startsOn: Day
  endsOn: Day
  /** 立项依据, 项目概况, 必要性, 可行性. */
  basis: string
  overview: string
  necessity: string
  feasibility: string
  /** 资金总额 as written on the form; the parts are in `funding`. */
  total: Fen | null
  funding: { source: FundingSource; amount: Fen | null }[]
  /** 年度目标, one entry each; 长期目标. */
  annualGoals: string[]
  longTermGoal: string
  indicators: Indicator[]
  tasks: Task[]
  /** 事前评估编号与结论. */
  preAssessment: string
  /** 是否公开, 不公开原因. */
  disclosed: boolean
  disclosureReason: string
  /** 涉密: never leaves in a package or publication. */
  secret: boolean
  remarks: string
}

/** 绩效目标 as kept: content plus what makes it a shared record. */
export type Goal = GoalContent & {
  id: string
  bookId: string
  year: number
  /** code or unit+name: the same project over the years and over re-imports. See `matchKeyOf`. */
  matchKey: string
  status: GoalStatus
  /** Since when it is in this state; goals written before version 3 of the database have none: see `heldSinceOf`. */
  heldSince?: Moment
  /** Why it was returned or did not pass; '' otherwise. */
  opinion: string
  revision: number
  changedAt: Moment
  changedBy: string
  /** Findings at the last write, under the book's rule pack. */
  health: Health
  /** Lower-case pinyin initials of the name, for search. */
  initials: string
  /** Hashes of the longer sentences, to find text copied between projects. */
  sentenceMarks: string[]
  /** The file it was imported from; '' when typed here. */
  origin: string
}

/** The key under which the same project is found again: its code, else unit and name without white space. */
export function matchKeyOf(content: Pick<GoalContent, 'code' | 'unitId' | 'name' | 'kind'>): string {
  const code = plainCode(content.code).toUpperCase()
  if (code) return `code:${code}`
  return `name:${content.kind}:${content.unitId}:${content.name.normalize('NFKC').replace(/\s/g, '')}`
}

/** An empty form for a unit. */
export function emptyContent(
  unitId: string,
  kind: ObjectKind = 'project',
  book: BudgetBook = 'general',
): GoalContent {
  return {
    kind,
    book,
    unitId,
    code: '',
    name: '',
    responsible: '',
    contact: '',
    phone: '',
    category: '',
    budgetKind: '',
    importance: 'general',
    attribute: '',
    duration: '',
    startsOn: '',
    endsOn: '',
    basis: '',
    overview: '',
    necessity: '',
    feasibility: '',
    total: null,
    funding: [],
    annualGoals: [],
    longTermGoal: '',
    indicators: [],
    tasks: [],
    preAssessment: '',
    disclosed: true,
    disclosureReason: '',
    secret: false,
    remarks: '',
  }
}

/** 指标值 as one text: operator, value and unit together, as on forms. */
export function targetText(indicator: Pick<Indicator, 'operator' | 'value' | 'unit'>): string {
  const sign = indicator.operator === '定性' ? '' : indicator.operator
  return `${sign}${indicator.value}${indicator.unit}`
}

/** An empty indicator under the given levels. */
export function emptyIndicator(id: string, level1 = '', level2 = ''): Indicator {
  return {
    id,
    level1,
    level2,
    name: '',
    operator: '',
    value: '',
    unit: '',
    weight: null,
    longTermTarget: '',
    basis: '',
    method: '',
    source: '',
    scoring: '',
    note: '',
  }
}
