import type { SelfEvaluationScore } from '#domain/evaluation/self-evaluation-score'
import type { Problem } from '#domain/problem'
import type { Section, Unit } from '#domain/year-book'
import type { SelfEvaluationSaver } from './self-evaluation-saver.ts'

/** What every part of the document is given. */
export type PartProps = {
  draft: SelfEvaluationSaver
  score: SelfEvaluationScore
  units: readonly Unit[]
  sections: readonly Section[]
  problems: readonly Problem[]
  readOnly: boolean
}
