import type { ReactNode } from 'react'
import type { FundAmounts, SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { fundSum } from '#domain/evaluation/self-evaluation'
import { type SelfEvaluationScore, shownResult } from '#domain/evaluation/self-evaluation-score'
import { formatWeight } from '#domain/goals/weights'
import { executionRate, percentText } from '#domain/monitoring/ratio'

export function Long({ label, text, width }: { label: string; text: string; width: string }): ReactNode {
  return (
    <tr>
      <td style={{ width }}>{label}</td>
      <td className="long">{text || '\n'}</td>
    </tr>
  )
}

/** The money lines of a form, the total first, with the rate of each. */
export function moneyLines(
  form: SelfEvaluation,
  score: SelfEvaluationScore,
  total: string,
): (FundAmounts & { label: string; rate: string })[] {
  const named = (group: string) => score.edition.funds.find((row) => row.group === group)?.name ?? ''
  const all = [
    { label: total, ...fundSum(form.funds) },
    ...form.funds.map(({ group, ...amounts }) => ({ label: named(group), ...amounts })),
  ]
  return all.map((line, index) => {
    const rate = index === 0 ? score.rate : executionRate({ budget: line.revised, paid: line.paid })
    return { ...line, rate: rate ? percentText(rate) : index === 0 ? '' : '—' }
  })
}

/** 得分 of an entry as the paper shows it. */
export function pointsOf(
  form: SelfEvaluation,
  score: SelfEvaluationScore,
  entry: SelfEvaluation['entries'][number],
): string {
  if (!entry.applies) return '不适用'
  return formatWeight(shownResult(form, score).scores[entry.id] ?? null)
}

/** The full mark of the whole form. */
export function fullMark(form: SelfEvaluation, score: SelfEvaluationScore): string {
  return formatWeight(
    form.entries.reduce((all, { weight }) => all + (weight ?? 0), score.edition.executionWeight),
  )
}
