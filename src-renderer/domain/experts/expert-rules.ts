import type { Sourced } from '../year-rules.ts'

const expertClause = '专家抽取、回避和评价规则（文件未见原文，本系统默认）'
const agencyClause = '财预〔2021〕6号'
const qualityClause = '机构质量考核分值和等次（文件未见原文，本系统默认）'

/** 专业领域 of the expert team, as the document names them (巴财〔2020〕38号 三（四）3). */
export const expertFields = {
  budget: '预算管理',
  performance: '绩效管理',
  finance: '财务管理',
  industry: '行业技术',
} as const
export type ExpertField = keyof typeof expertFields
export const expertFieldList = Object.keys(expertFields) as ExpertField[] // the keys of the table above

/** Why an expert keeps away from a unit. `years`: for so long after the tie has ended; null while recorded. */
export type AvoidRule = Sourced & { name: string; years: number | null }
export type AvoidKind = 'belongs' | 'employed' | 'relative' | 'other'

/** One number that a bureau may change. */
export type Limit = Sourced & { name: string; value: number }
export type LimitName =
  | 'drawLeast'
  | 'failsOut'
  | 'expiryNotice'
  | 'leadYears'
  | 'leadEvaluationYears'
  | 'drawOdd'

export const qualityParts = ['plan', 'site', 'report', 'punctual', 'discipline'] as const
export type QualityPart = (typeof qualityParts)[number]

/** What an agency may be commissioned with; `entrusted` false: never as a whole. */
export type ScopeRule = Sourced & { name: string; entrusted: boolean }
export type Scope =
  | 'assessment'
  | 'goal-review'
  | 'evaluation'
  | 'result-check'
  | 'indicators'
  | 'research'
  | 'goal-setting'
  | 'monitoring'
  | 'self-evaluation'

/** 等次 from a score on (hundredths of a point), best first. */
export type GradeRule = Sourced & { grade: string; from: number }

/** Rules of experts and agencies: data, because a bureau may set them otherwise. */
export type ExpertRules = {
  id: string
  limits: Readonly<Record<LimitName, Limit>>
  avoid: Readonly<Record<AvoidKind, AvoidRule>>
  scopes: Readonly<Record<Scope, ScopeRule>>
  /** Full marks in hundredths of a point; their sum is 100 points. */
  quality: Readonly<Record<QualityPart, Sourced & { name: string; full: number }>>
  grades: readonly GradeRule[]
  /** Any of these words in a 资质 lets someone be 主评人. */
  leadQualifications: Sourced & { words: readonly string[] }
}

function proposed(clause: string): Sourced {
  return { clause, mark: '拟' }
}

function usual(clause: string): Sourced {
  return { clause, mark: '惯' }
}

export const shippedExpertRules: ExpertRules = {
  id: 'experts-1',
  limits: {
    drawLeast: { name: '每次抽取不少于（人）', value: 3, ...proposed(expertClause) },
    drawOdd: { name: '抽取人数须为单数（1 是，0 否）', value: 1, ...proposed(expertClause) },
    failsOut: { name: '评价不合格出库（次）', value: 2, ...proposed(expertClause) },
    expiryNotice: { name: '聘期届满提前提醒（天）', value: 60, ...proposed(expertClause) },
    leadYears: { name: '主评人工作年限（年）', value: 5, ...usual(agencyClause) },
    leadEvaluationYears: { name: '主评人绩效评价年限（年）', value: 3, ...usual(agencyClause) },
  },
  avoid: {
    belongs: { name: '隶属', years: null, ...proposed(expertClause) },
    employed: { name: '近三年聘用', years: 3, ...proposed(expertClause) },
    relative: { name: '近亲属', years: null, ...proposed(expertClause) },
    other: { name: '其他', years: null, ...proposed(expertClause) },
  },
  scopes: {
    assessment: { name: '事前评估', entrusted: true, ...usual(agencyClause) },
    'goal-review': { name: '目标审核', entrusted: true, ...usual(agencyClause) },
    evaluation: { name: '绩效评价', entrusted: true, ...usual(agencyClause) },
    'result-check': { name: '结果复核', entrusted: true, ...usual(agencyClause) },
    indicators: { name: '指标体系', entrusted: true, ...usual(agencyClause) },
    research: { name: '课题', entrusted: true, ...usual(agencyClause) },
    'goal-setting': { name: '部门目标设定', entrusted: false, ...usual(agencyClause) },
    monitoring: { name: '部门运行监控', entrusted: false, ...usual(agencyClause) },
    'self-evaluation': { name: '部门自评', entrusted: false, ...usual(agencyClause) },
  },
  quality: {
    plan: { name: '方案', full: 2000, ...proposed(qualityClause) },
    site: { name: '现场', full: 2500, ...proposed(qualityClause) },
    report: { name: '报告', full: 3500, ...proposed(qualityClause) },
    punctual: { name: '时效', full: 1000, ...proposed(qualityClause) },
    discipline: { name: '纪律', full: 1000, ...proposed(qualityClause) },
  },
  grades: [
    { grade: '优', from: 9000, ...proposed(qualityClause) },
    { grade: '良', from: 8000, ...proposed(qualityClause) },
    { grade: '中', from: 6000, ...proposed(qualityClause) },
    { grade: '差', from: 0, ...proposed(qualityClause) },
  ],
  leadQualifications: {
    words: [
      '高级',
      '中级',
      '注册会计师',
      '会计师',
      '评估师',
      '律师',
      '内审师',
      '内部审计师',
      '造价师',
      '造价工程师',
      '咨询师',
      '咨询工程师',
      '经济师',
      '审计师',
      '工程师',
      '副教授',
      '教授',
      '研究员',
    ],
    ...usual(agencyClause),
  },
}
