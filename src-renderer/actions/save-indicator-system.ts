import type { IndicatorSystem } from '#domain/evaluation/indicator-system'
import type { KeptSystem } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { writtenSystem } from '#storage/indicator-system-record'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Keeps a draft of an indicator system in a book; `seenRevision` 0 is a new one. Throws `changed-meanwhile`, `not-allowed`
 * for one that is approved: its next version is a draft of its own.
 */
export async function saveIndicatorSystem(
  bookId: string,
  system: IndicatorSystem,
  seenRevision: number,
  by: Actor,
): Promise<KeptSystem> {
  const stamp = newStamp(by)
  const entry: Entry = { action: 'save-indicator-system', bookId, summary: `编制指标体系：${system.name}` }
  return write(stamp, entry, ['indicatorSystems'], async (writer) => {
    const stored = await db.indicatorSystems.get(system.id)
    const before = seenRevision === 0 && !stored ? undefined : asSeen(stored, seenRevision)
    const kept = writtenSystem(stamp, bookId, system, before)
    await writer.put('indicatorSystems', [kept])
    return kept
  })
}
