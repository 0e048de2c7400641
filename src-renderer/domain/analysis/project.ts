import type { Goal } from '../goals/goal.ts'
import type { FindingObject } from './finding.ts'
import { nameCore, pairsOf } from './names.ts'

/** A goal as the analysis needs it; of this year's book or the last. */
export type AnalysedGoal = Pick<
  Goal,
  | 'id'
  | 'kind'
  | 'book'
  | 'unitId'
  | 'name'
  | 'code'
  | 'total'
  | 'matchKey'
  | 'sentenceMarks'
  | 'endsOn'
  | 'secret'
> & {
  year: number
  unitName: string
  unitCode: string
  core: string
  pairs: ReadonlySet<string>
}

/** Rejected goals are not analysed: they get no money. */
export function analysed(goal: Goal, unit: { name: string; code: string } | undefined): AnalysedGoal {
  const { id, kind, book, unitId, name, code, total, matchKey, sentenceMarks, endsOn, secret, year } = goal
  const core = nameCore(name)
  return {
    ...{ id, kind, book, unitId, name, code, total, matchKey, sentenceMarks, endsOn, secret, year },
    ...{ unitName: unit?.name ?? '', unitCode: unit?.code ?? '', core, pairs: pairsOf(core) },
  }
}

export function objectOf({ id, name, unitName, year, total }: AnalysedGoal): FindingObject {
  return { goalId: id, name, unitName, year, money: total }
}

/** The same project in two years: by its code, else by its unit and name. */
export function isSameProject(left: AnalysedGoal, right: AnalysedGoal): boolean {
  if (left.code !== '' && left.code === right.code) return true
  return left.unitCode === right.unitCode && left.name === right.name
}
