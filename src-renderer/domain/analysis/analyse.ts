import { expiringFindings } from './expiring.ts'
import type { Finding } from './finding.ts'
import { lowUnitFindings, type UnitResult } from './low-units.ts'
import { mergeFindings } from './merge.ts'
import type { AnalysedGoal } from './project.ts'
import { alikePairs, repeatedFindings } from './repeated.ts'
import type { AnalysisRules } from './rules.ts'
import { costFindings, type UnitCost } from './unit-cost.ts'
import { type SpentGoal, unspentFindings } from './unspent.ts'

/** What the analysis of a book rests on. */
export type AnalysisFacts = {
  year: number
  /** Of the year and of the one before. */
  goals: readonly AnalysedGoal[]
  results: readonly UnitResult[]
  spent: readonly SpentGoal[]
  /** The newest month of the treasury's ledger; 0 where none came. */
  month: number
  costs: readonly UnitCost[]
}

/** All findings of a book, kind by kind; it stops in between as `alikePairs` does. */
export function* findingsOf(facts: AnalysisFacts, rules: AnalysisRules): Generator<void, Finding[]> {
  const { year, goals } = facts
  const own = goals.filter((goal) => goal.year === year)
  const pairs = yield* alikePairs(goals, rules.repeated)
  yield
  const merges = mergeFindings(own, rules)
  yield
  return [
    ...repeatedFindings(pairs, year, rules),
    ...merges,
    ...expiringFindings(own, year, rules),
    ...lowUnitFindings(facts.results, rules),
    ...unspentFindings(facts.spent, facts.month, rules),
    ...costFindings(facts.costs, rules),
  ]
}
