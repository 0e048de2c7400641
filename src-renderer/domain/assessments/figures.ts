import { addUp, type Fen } from '../money.ts'
import { type Assessment, cutOf } from './assessment.ts'
import type { AssessmentState } from './result.ts'

/** What is counted: assessments, and with `unlisted` the goals that need one and have none. */
export type Counted = Pick<Assessment, 'amount' | 'recommended'> & { state: AssessmentState | 'unlisted' }

export type AssessmentFigures = {
  /** 应评, with their declared sum. */
  due: number
  amount: Fen
  concluded: number
  exempt: number
  /** 核减 of the concluded ones. */
  cut: Fen
}

/** 应评、已评、免评 and 核减 of a list; 核减 counts once it is concluded. */
export function figuresOf(list: readonly Counted[]): AssessmentFigures {
  const concluded = list.filter(({ state }) => state === 'concluded')
  return {
    due: list.length,
    amount: addUp(list.map(({ amount }) => amount)),
    concluded: concluded.length,
    exempt: list.filter(({ state }) => state === 'exempt').length,
    cut: addUp(concluded.map(cutOf)),
  }
}
