import type { Day } from '../dates.ts'
import type { Duty } from '../people/duties.ts'

/** Where a case is opened. */
export type CasePlace =
  | 'goal'
  | 'assessment'
  | 'monitoring'
  | 'disposal'
  | 'self-evaluation'
  | 'task'
  | 'application'
  | 'disclosure'
  | 'execution'
  | 'unit'
  | 'work'
  | 'none'

/** Whose turn it is to make a case good: a duty, the bureau above, or '' where that is no one's in particular. */
export type CaseHolder = Duty | 'above' | ''

/** One thing that is not done, or that takes points: which, why, until when it can still be done. */
export type MetricCase = {
  id: string
  place: CasePlace
  name: string
  text: string
  /** '' where only the end of the year counts. */
  dueOn: Day
  /** It cannot be made good any more. */
  isLost: boolean
  /** Of a rate: what it adds to what is done, in the unit of the metric. Of a count: how often it counts. */
  weight: number
  holder: CaseHolder
}

/** What a metric found. Of a rate, done and the weights of the cases are together what is due. */
export type Measure = { done: number; due: number; cases: readonly MetricCase[] }

/** What an appraisal keeps of a measure; `times` is the sum of the weights of a count, 0 of a rate. */
export type Figure = { done: number; due: number; times: number }

/** A case that can still be made good until the end of the year. */
export function openCase(
  place: CasePlace,
  id: string,
  name: string,
  text: string,
  more: Partial<Pick<MetricCase, 'dueOn' | 'isLost' | 'weight' | 'holder'>> = {},
): MetricCase {
  return { id, place, name, text, dueOn: '', isLost: false, weight: 1, holder: '', ...more }
}

/** A rate over things of one kind: those done, and a case for each that is not. */
export function rateOfEach<Each>(
  due: readonly Each[],
  isDone: (each: Each) => boolean,
  caseOf: (each: Each) => MetricCase,
): Measure {
  const open = due.filter((each) => !isDone(each))
  return { done: due.length - open.length, due: due.length, cases: open.map(caseOf) }
}

/** A count over things of one kind: a case for each that takes points. */
export function countOfEach<Each>(all: readonly Each[], caseOf: (each: Each) => MetricCase | null): Measure {
  const cases = all.flatMap((each) => caseOf(each) ?? [])
  return { done: all.length - cases.length, due: all.length, cases }
}
