import { isDay } from '../dates.ts'
import type { Permission } from '../people/permissions.ts'
import type { Problem } from '../problem.ts'
import type { Assessment } from './assessment.ts'
import type { AssessmentRules } from './rules.ts'
import { checkExpert, combinedScore, isBetter, suggestedConclusion } from './score.ts'

const clause = '巴财〔2020〕38号 三（二）1'

type Condition = {
  code: string
  /** Section of the document where it is put right. */
  at: AssessmentSection
  steps: readonly Permission[]
  clause: string
  /** The sentence where it is not met; '' where it is. */
  lacks: (assessment: Assessment, rules: AssessmentRules) => string
}

/** Sections of the document, in its order. */
export const assessmentSections = {
  basics: '基本情况',
  proposal: '初审与建议',
  materials: '资料清单',
  scores: '专家评分',
  analysis: '分析与结论',
  advice: '建议与前置条件',
  follow: '落实',
} as const
export type AssessmentSection = keyof typeof assessmentSections

const reporting: readonly Permission[] = ['report-assessment', 'conclude-assessment']

/** What must be true before a step, as data; the sentences are for the one who takes it. */
const conditions: readonly Condition[] = [
  {
    code: 'opinion-missing',
    at: 'proposal',
    steps: ['propose-assessment'],
    clause,
    lacks: ({ opinion }) => (opinion.trim() === '' ? '还没有填写初审意见。' : ''),
  },
  {
    code: 'suggestion-missing',
    at: 'proposal',
    steps: ['propose-assessment'],
    clause,
    lacks: ({ suggestion }) => (suggestion === '' ? '还没有选择建议：绩效评估、预算评审，或二者共用。' : ''),
  },
  {
    code: 'way-missing',
    at: 'proposal',
    steps: ['commission-assessment'],
    clause,
    lacks: ({ decision }) => (decision.way === '' ? '还没有确定方式：绩效评估、预算评审，或二者共用。' : ''),
  },
  {
    code: 'agency-missing',
    at: 'proposal',
    steps: ['commission-assessment'],
    clause,
    lacks: ({ commissionedTo }) => (commissionedTo.trim() === '' ? '还没有写明由谁承担评估。' : ''),
  },
  {
    code: 'day-unfit',
    at: 'proposal',
    steps: ['commission-assessment', ...reporting],
    clause: '',
    lacks: ({ visitOn, basedOn }) => {
      const isWrong = [visitOn, basedOn].some((day) => day !== '' && !isDay(day))
      return isWrong ? '现场日期或评估基准日不是一个日期。' : ''
    },
  },
  {
    code: 'materials-missing',
    at: 'materials',
    steps: reporting,
    clause: '事前绩效评估送审资料清单',
    lacks: ({ materials }) => {
      const missing = materials.filter(({ state }) => state === 'missing')
      return missing.length === 0
        ? ''
        : `还有 ${missing.length} 项资料缺失：${missing.map(({ item }) => item).join('、')}。`
    },
  },
  {
    code: 'waiver-unexplained',
    at: 'materials',
    steps: reporting,
    clause: '事前绩效评估送审资料清单',
    lacks: ({ materials }) => {
      const bare = materials.filter(({ state, note }) => state === 'waived' && note.trim() === '')
      return bare.length === 0
        ? ''
        : `${bare.map(({ item }) => item).join('、')}标为不需要，请在备注中说明原因。`
    },
  },
  {
    code: 'experts-few',
    at: 'scores',
    steps: reporting,
    clause: '',
    lacks: ({ experts }, rules) => {
      const done = experts.filter(({ submittedOn }) => submittedOn !== '').length
      const { minimum } = rules.experts
      return done >= minimum ? '' : `已提交评分的专家 ${done} 人，至少需要 ${minimum} 人。`
    },
  },
  {
    code: 'experts-open',
    at: 'scores',
    steps: reporting,
    clause: '',
    lacks: ({ experts }) => {
      const open = experts.filter(({ submittedOn }) => submittedOn === '')
      return open.length === 0
        ? ''
        : `还有专家没有提交评分：${open.map(({ name }) => name || '未填姓名').join('、')}。`
    },
  },
  {
    code: 'marks-missing',
    at: 'scores',
    steps: reporting,
    clause: '',
    lacks: ({ experts, kind }, rules) => {
      const faulty = experts.filter(
        (expert) => expert.submittedOn !== '' && checkExpert(expert, rules.tables[kind], rules).length > 0,
      )
      return faulty.length === 0 ? '' : `${faulty.map(({ name }) => name).join('、')}的评分不完整或不一致。`
    },
  },
  {
    code: 'conclusion-missing',
    at: 'analysis',
    steps: reporting,
    clause,
    lacks: ({ conclusion }) => (conclusion === '' ? '还没有选择评估结论。' : ''),
  },
  {
    code: 'conclusion-too-good',
    at: 'analysis',
    steps: reporting,
    clause: '事前绩效评估得分与结论的对应',
    lacks: ({ conclusion, experts, kind }, rules) => {
      const allowed = suggestedConclusion(combinedScore(experts, rules.tables[kind]), rules)
      return conclusion !== '' && allowed && isBetter(conclusion, allowed.conclusion) ? allowed.reason : ''
    },
  },
  {
    code: 'amount-missing',
    at: 'analysis',
    steps: reporting,
    clause,
    lacks: ({ recommended }) => (recommended === null ? '还没有填写建议金额。' : ''),
  },
  {
    code: 'amount-unfit',
    at: 'analysis',
    steps: reporting,
    clause,
    lacks: ({ recommended, amount }) => {
      if (recommended === null) return ''
      if (recommended < 0) return '建议金额不能为负数。'
      return amount !== null && recommended > amount ? '建议金额大于申报金额。' : ''
    },
  },
  {
    code: 'number-missing',
    at: 'analysis',
    steps: reporting,
    clause: '项目支出绩效目标申报表（事前评估编号与结论）',
    lacks: ({ number }) => (number.trim() === '' ? '还没有填写评估编号。' : ''),
  },
]

/** What still keeps a step from being taken: one problem a condition, in the order of the document. */
export function conditionsLacking(
  step: Permission,
  assessment: Assessment,
  rules: AssessmentRules,
): Problem[] {
  return conditions.flatMap(({ code, at, steps, clause: rests, lacks }) => {
    const message = steps.includes(step) ? lacks(assessment, rules) : ''
    if (message === '') return []
    return [{ code, severity: 'error', at, message, clause: rests, suggestion: '' }]
  })
}
