import type { Fen } from '../money.ts'
import type { AssessmentState, Conclusion } from './result.ts'

/** 事前评估 of one goal. */
export type Assessment = {
  id: string
  bookId: string
  goalId: string
  unitId: string
  name: string
  state: AssessmentState
  conclusion: Conclusion | ''
  /** 建议金额 in 分. */
  recommended: Fen | null
}
