import { idsFrom } from '#storage/stamp'

/** Ids of rows made by hand, as they are made minutes apart. */
export function nextRowId(): string {
  return idsFrom(new Date())()
}
