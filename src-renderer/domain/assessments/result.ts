import type { Fen } from '../money.ts'

/** 评估结论, from best to worst. */
export const conclusions = { support: '予以支持', adjust: '调整后支持', oppose: '不予支持' } as const
export type Conclusion = keyof typeof conclusions

/** 状态 of an assessment, in the order of its road. */
export const assessmentStates = {
  due: '待提出建议',
  proposed: '待统筹',
  commissioned: '评估中',
  reported: '待确认',
  concluded: '已出结论',
  exempt: '免评',
} as const
export type AssessmentState = keyof typeof assessmentStates

/** What the budget needs to know of a goal's assessment; `recommended` in 分 where a conclusion gave an amount. */
export type AssessmentResult = {
  state: 'none' | 'pending' | 'exempt' | Conclusion
  recommended: Fen | null
}

type Judged = {
  /** Time-ordered: the greatest was listed last. */
  id: string
  state: AssessmentState
  conclusion: Conclusion | ''
  recommended: Fen | null
}

/**
 * Where the assessments of one goal leave it: the one listed last counts, so that a second one (an addition during the
 * year) holds the item until it is concluded (巴财〔2020〕38号 三（二）1: 结果是安排预算的必备要件).
 */
export function assessmentResult(assessments: readonly Judged[]): AssessmentResult {
  const [last] = assessments.toSorted((left, right) => (left.id < right.id ? 1 : -1))
  if (!last) return { state: 'none', recommended: null }
  if (last.state === 'exempt') return { state: 'exempt', recommended: null }
  if (last.state !== 'concluded' || last.conclusion === '') return { state: 'pending', recommended: null }
  return { state: last.conclusion, recommended: last.recommended }
}
