import type { SelfEvaluationScore } from '#domain/evaluation/self-evaluation-score'
import type { Problem } from '#domain/problem'
import type { Section, Unit } from '#domain/year-book'
import { colours } from '#ui/theme'
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

export const note = { fontSize: 13, lineHeight: '20px', color: colours.secondary } as const

export const tableStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  '& th, & td': { border: `1px solid ${colours.line}`, p: '4px 8px', textAlign: 'left' },
  '& th': { bgcolor: colours.head, fontWeight: 600 },
  '& .figure': { textAlign: 'right' },
} as const
