import { months } from '#domain/execution/execution'
import { type Share, whole } from '#domain/execution/rate'

/** 一次性 in a month: nothing before it, all of it from then on. */
export function onceAt(month: number): Share[] {
  return months.map((each) => (each < month ? 0 : whole))
}
