import type { ObjectKind } from '../goals/goal.ts'
import type { Sourced } from '../year-rules.ts'
import type { Cut, Measure, ProposalRule, Result, SourceKind } from './rules.ts'

type Said = {
  measures: readonly Measure[]
  others?: readonly Measure[]
  cut?: Cut
  rectify?: boolean
  calls?: boolean
}

/** One row of the proposals: of what, with which result, what follows. */
export function row(
  on: SourceKind,
  kinds: readonly ObjectKind[],
  result: Result,
  { measures, others = [], cut, rectify = false, calls = true }: Said,
  from: Sourced,
): ProposalRule {
  const id = `${on} ${kinds.join('+')} ${result}`
  return { id, on, kinds, result, measures, others, cut: cut ?? null, rectify, calls, ...from }
}

export const wholly: Cut = { least: 50, most: 100, usual: 100 }
