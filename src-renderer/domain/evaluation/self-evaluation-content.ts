import type { SelfEvaluation, SelfEvaluationContent } from './self-evaluation.ts'

/** What the unit wrote on a form, without its place and its road. */
export function contentOf(form: SelfEvaluation): SelfEvaluationContent {
  const { funds, writtenTotal, fundsReason, adjustmentReason, carried, carriedReason } = form
  const { executionOwn, executionOwnReason, entries, completion, process, summary, problems, measures } = form
  return {
    ...{ funds, writtenTotal, fundsReason, adjustmentReason, carried, carriedReason },
    ...{ executionOwn, executionOwnReason, entries, completion, process, summary, problems, measures },
  }
}
