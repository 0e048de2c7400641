import { newStamp } from '#storage/stamp'

/** Ids of rows made by hand: one stamp a row, as they are made minutes apart. */
export function nextRowId(): string {
  return newStamp('').nextId()
}
