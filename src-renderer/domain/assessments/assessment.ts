import type { Attachment } from '../attachment.ts'
import type { Day, Moment } from '../dates.ts'
import { fundingSources, type Goal, type GoalContent } from '../goals/goal.ts'
import type { Grade } from '../grade.ts'
import { type Fen, formatWanExact } from '../money.ts'
import type { StepTaken } from '../workflow.ts'
import type { AssessmentNeed } from './need.ts'
import type { AssessmentState, Conclusion } from './result.ts'
import type { AssessmentKind, AssessmentRules } from './rules.ts'

/** 评估、评审建议 and the way decided: a shared result is one visit for both (成果共享). */
export const ways = { assess: '绩效评估', review: '预算评审', both: '评估和评审共用' } as const
export type Way = keyof typeof ways

/** 资料状态; `waived` is for what this item need not hand in. */
export const materialStates = {
  missing: '缺失',
  received: '已收到',
  approved: '已核验',
  rejected: '不合格',
  waived: '不需要',
} as const
export type MaterialState = keyof typeof materialStates

export type Material = {
  id: string
  item: string
  state: MaterialState
  note: string
  attachments: Attachment[]
}

/** One item of an expert's sheet: first the grade, then the points in hundredths (null: not yet given). */
export type ItemMark = { grade: Grade; points: number | null }

export type AssessmentExpert = {
  id: string
  name: string
  /** Of the register of experts; '' where the name was typed. */
  expertId: string
  /** By id of the item. */
  marks: Readonly<Record<string, ItemMark>>
  opinion: string
  /** '' while the sheet is open. */
  submittedOn: Day
}

/** The four paragraphs on a dimension. */
export const dimensionParts = {
  facts: '事实依据',
  issues: '发现的问题',
  analysis: '分析判断',
  verdict: '综上结论',
} as const
export type DimensionPart = keyof typeof dimensionParts
export type DimensionText = Readonly<Record<DimensionPart, string>>

/** Texts of the report: parts one and two, the overall conclusion, problems, other matters. */
export const reportTexts = {
  background: '立项背景',
  content: '主要内容',
  goals: '绩效目标',
  funds: '资金构成',
  purpose: '评估目的及对象',
  method: '评估思路及方法',
  procedure: '评估工作程序',
  overall: '总体结论',
  problems: '主要问题',
  near: '近期建议',
  middle: '中期建议',
  long: '长期建议',
  other: '其他需要说明的问题',
} as const
export type ReportText = keyof typeof reportTexts

export const preconditionStates = { open: '未落实', partly: '部分落实', met: '已落实' } as const
export type PreconditionState = keyof typeof preconditionStates

/** 前置条件 for paying out, with who must meet it. */
export type Precondition = { id: string; text: string; state: PreconditionState; owner: string }

export type FollowUp = { id: string; on: Day; text: string; by: string }

export const reportVersions = { draft: '送审稿', revised: '专家会后修订稿', final: '正式稿' } as const
export type ReportVersion = keyof typeof reportVersions

/** 事前评估 of one goal. */
export type Assessment = {
  id: string
  bookId: string
  goalId: string
  unitId: string
  name: string
  kind: AssessmentKind
  /** 申报金额 and last year's, as they stood when the proposal was made. */
  amount: Fen | null
  previousAmount: Fen | null
  /** The rule that demands it; null where the bureau added it, then with its reason. */
  need: AssessmentNeed | null
  addedReason: string
  /** 初审意见 and the suggestion of 支出管理科. */
  opinion: string
  suggestion: Way | ''
  /** 预算科会签意见. */
  countersign: string
  /** What 监督与绩效管理科 decided. */
  decision: { way: Way | ''; reason: string }
  exemptReason: string
  /** Who carries it out: 投资评审中心 itself or an agency. */
  commissionedTo: string
  /** 现场日期, 评估基准日. */
  visitOn: Day
  basedOn: Day
  materials: readonly Material[]
  experts: readonly AssessmentExpert[]
  texts: Readonly<Record<ReportText, string>>
  /** By id of the dimension. */
  dimensions: Readonly<Record<string, DimensionText>>
  conclusion: Conclusion | ''
  /** 建议金额. */
  recommended: Fen | null
  preconditions: readonly Precondition[]
  followUps: readonly FollowUp[]
  reportVersion: ReportVersion
  /** 评估编号; 评审编号 where one visit serves both. */
  number: string
  reviewNumber: string
  trail: readonly StepTaken[]
  state: AssessmentState
  heldSince: Moment
  revision: number
  changedAt: Moment
  changedBy: string
}

export const emptyDimension: DimensionText = { facts: '', issues: '', analysis: '', verdict: '' }

/** 核减 in 分: declared less recommended, never below nothing; null while one of them is not known. */
export function cutOf({ amount, recommended }: Pick<Assessment, 'amount' | 'recommended'>): Fen | null {
  return amount === null || recommended === null ? null : Math.max(0, amount - recommended)
}

/** Whether one visit serves the assessment and the budget review. */
export function isShared({ decision }: Pick<Assessment, 'decision'>): boolean {
  return decision.way === 'both'
}

/** What an assessment takes from the goal's form; read anew when the proposal is made. */
export function factsOf(
  goal: Pick<Goal, 'name' | 'unitId' | 'total'>,
): Pick<Assessment, 'name' | 'unitId' | 'amount'> {
  return { name: goal.name, unitId: goal.unitId, amount: goal.total }
}

/** Texts of part one as the form has them; the rest is empty. */
function textsFromGoal(content: GoalContent): Record<ReportText, string> {
  const texts = emptyTexts()
  texts.background = content.basis
  texts.content = content.overview
  texts.goals = [...content.annualGoals, content.longTermGoal].filter((text) => text.trim() !== '').join('\n')
  const parts = content.funding.flatMap(({ source, amount }) =>
    amount === null ? [] : [`${fundingSources[source]} ${formatWanExact(amount)} 万元`],
  )
  if (content.total !== null) {
    const whole = `资金总额 ${formatWanExact(content.total)} 万元`
    texts.funds = parts.length === 0 ? `${whole}。` : `${whole}，其中：${parts.join('，')}。`
  }
  return texts
}

function emptyTexts(): Record<ReportText, string> {
  const keys = Object.keys(reportTexts) as ReportText[] // the keys of the table
  return Object.fromEntries(keys.map((key) => [key, ''])) as Record<ReportText, string> // every key is filled above
}

/** The materials checklist for a kind, nothing received yet. */
function materialsFor(kind: AssessmentKind, rules: Pick<AssessmentRules, 'materials'>): Material[] {
  return rules.materials
    .filter(({ kinds }) => kinds.includes(kind))
    .map(({ id, name }) => ({ id, item: name, state: 'missing', note: '', attachments: [] }))
}

/** A fresh assessment of a goal; `reason` is needed where no rule demands one. */
export function openedAssessment(
  goal: Goal,
  why: { need: AssessmentNeed | null; reason: string; previous: Fen | null },
  rules: AssessmentRules,
  made: { id: string; at: Moment; by: string },
): Assessment {
  const kind: AssessmentKind = goal.kind === 'policy' ? 'policy' : 'project'
  return {
    id: made.id,
    bookId: goal.bookId,
    goalId: goal.id,
    ...factsOf(goal),
    kind,
    previousAmount: why.previous,
    need: why.need,
    addedReason: why.reason.trim(),
    opinion: '',
    suggestion: '',
    countersign: '',
    decision: { way: '', reason: '' },
    exemptReason: '',
    commissionedTo: '',
    visitOn: '',
    basedOn: '',
    materials: materialsFor(kind, rules),
    experts: [],
    texts: textsFromGoal(goal),
    dimensions: {},
    conclusion: '',
    recommended: null,
    preconditions: [],
    followUps: [],
    reportVersion: 'draft',
    number: '',
    reviewNumber: '',
    trail: [],
    state: 'due',
    heldSince: made.at,
    revision: 1,
    changedAt: made.at,
    changedBy: made.by,
  }
}

/** Why an assessment is done, as one sentence. */
export function whyAssessed({ need, addedReason }: Pick<Assessment, 'need' | 'addedReason'>): string {
  return need ? `${need.what}，超过 ${need.line}` : `财政局要求评估：${addedReason}`
}
