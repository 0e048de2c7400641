import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { lineOfSelfEvaluation, type SelfEvaluationLine } from '#domain/evaluation/self-evaluation-line'
import { rulesOf } from '#domain/year-rules'
import { db } from './database.ts'
import { byIndex } from './line-reading.ts'
import { linesIn } from './lines.ts'

/** Raised with every change of what a line says. */
const shape = 1

/** The self-evaluations of a book as lists need them, in the order they were opened. */
export const selfEvaluationLines = linesIn<SelfEvaluation, SelfEvaluationLine>({
  table: 'selfEvaluations',
  reading: byIndex(db.selfEvaluations, '[bookId+id]', ({ bookId, id }) => [bookId, id]),
  baseOf: (book) => JSON.stringify([shape, rulesOf(book).evaluation]),
  lineOf: (form, book) => lineOfSelfEvaluation(form, rulesOf(book)),
})
