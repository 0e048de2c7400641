import type { Actor } from '#domain/people/duties'
import { newStamp } from '#storage/stamp'
import { note } from '#storage/write'

/** Notes in the trail that a publication set left this machine, and where to. */
export function notePublicationSet(
  bookId: string,
  set: { pages: number; place: string },
  by: Actor,
): Promise<void> {
  const summary = `生成公开材料 ${set.pages} 项，存放在${set.place}`
  return note(newStamp(by), { action: 'make-publication-set', bookId, summary })
}
