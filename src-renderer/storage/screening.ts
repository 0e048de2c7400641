import { type Monitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import { type ScreenedLine, screenedLines } from '#domain/screening/line'
import { type ScreenedForm, screenRound } from '#domain/screening/screen'
import type { YearBook } from '#domain/year-book'
import { rulesOf, type YearRules } from '#domain/year-rules'
import { keptState } from './board-cache.ts'
import { boardPartsOf } from './board-make.ts'
import { stateOf } from './board-state.ts'
import { treasuryAt, treasuryOfRows } from './executions.ts'
import { monitoringsOf, roundsOf } from './monitorings.ts'

/** Tables that must be open in a transaction in which a round is screened. */
export const screeningTables = ['rounds', 'monitorings', 'executions'] as const

/** 筛查 of a round: its forms with what was found, against the treasury and the round before. */
export async function screenedRound(
  round: Round,
  rules: YearRules,
  treasuryOf = treasuryAt,
): Promise<ScreenedForm[]> {
  const { bookId, id, month } = round
  const [forms, former, treasury] = await Promise.all([
    monitoringsOf(bookId, id),
    formerForms(round),
    treasuryOf(bookId, month),
  ])
  return screenRound(forms, { rules: rules.monitoring, referenceOf, treasury, former })
}

/** The same as lines, with the treasury from what the board keeps where there is one: that is read tens of times quicker. */
export async function screenedLinesOf(round: Round, book: YearBook): Promise<ScreenedLine[]> {
  const isKept = (await keptState(book.id)) !== null
  const fromBoard: typeof treasuryAt = async (_bookId, month) =>
    treasuryOfRows((await boardPartsOf(book, await stateOf(book))).rows, month)
  return screenedLines(await screenedRound(round, rulesOf(book), isKept ? fromBoard : treasuryAt))
}

/** By goal: its form in the nearest round of an earlier month. */
async function formerForms({ bookId, month }: Round): Promise<Map<string, Monitoring>> {
  const earlier = (await roundsOf(bookId)).filter((round) => round.month < month)
  const lists = await Promise.all(earlier.map(({ id }) => monitoringsOf(bookId, id)))
  const forms = lists.flat().toSorted((left, right) => left.month - right.month)
  return new Map(forms.map((form) => [form.goalId, form]))
}
