import type { SelfEvaluation, SelfEvaluationEntry } from '../evaluation/self-evaluation.ts'
import type { EntryScore, SelfEvaluationScore } from '../evaluation/self-evaluation-score.ts'
import type { Goal } from '../goals/goal.ts'
import type { Problem } from '../problem.ts'
import type { ClauseWords } from '../screening/rules.ts'
import type { SharedSentence } from '../shared-text.ts'
import type { Mark } from '../year-rules.ts'
import type { CredibilityCode, CredibilityRules } from './rules.ts'

/** A doubt about a form, at a field; `sentence` is what to light there, '' where the field as a whole is meant. */
export type CredibilityFinding = Problem & {
  code: CredibilityCode
  mark: Mark
  sentence: string
  copied: SharedSentence | null
}

/** What was approved. */
export type Approved = Pick<Goal, 'indicators' | 'overview'>

/** A form with what it is held against. */
export type Examined = {
  form: SelfEvaluation
  score: SelfEvaluationScore
  /** null where the goal is not in the book. */
  approved: Approved | null
  rules: CredibilityRules
  /** The words of 监控's 筛查: all goes well, the money is not there. */
  words: { smooth: ClauseWords; unfunded: ClauseWords }
}

/** A finding with the severity and clause that the rules give its code. */
export function found(
  code: CredibilityCode,
  { rules }: Pick<Examined, 'rules'>,
  at: string,
  message: string,
  place: { sentence?: string; copied?: SharedSentence } = {},
): CredibilityFinding {
  const { severity, clause, mark, suggestion } = rules.checks[code]
  const { sentence = '', copied = null } = place
  return { code, severity, at, message, clause, mark, suggestion, sentence, copied }
}

/** The entries that count, each with its score. */
export function scoredEntries({
  form,
  score,
}: Examined): { entry: SelfEvaluationEntry; result: EntryScore }[] {
  const results = new Map(score.entries.map((result) => [result.id, result]))
  return form.entries.flatMap((entry) => {
    const result = results.get(entry.id)
    return result ? [{ entry, result }] : []
  })
}

/** The texts of a form that a person wrote, by field. */
export function textsOf(form: SelfEvaluation): { at: string; text: string }[] {
  return [
    { at: 'completion', text: form.completion },
    { at: 'process', text: form.process },
    { at: 'fundsReason', text: form.fundsReason },
    ...form.entries.map(({ id, deviation }) => ({ at: `entries.${id}.deviation`, text: deviation })),
    { at: 'summary', text: form.summary },
    { at: 'problems', text: form.problems },
    { at: 'measures', text: form.measures },
  ].filter(({ text }) => text.trim() !== '')
}
