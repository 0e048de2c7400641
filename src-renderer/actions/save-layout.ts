import type { Actor } from '#domain/people/duties'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Remembers the mapping of a flat ledger, by the signature of its heads. */
export async function saveLayout(
  bookId: string,
  layout: { id: string; name: string; mapping: unknown },
  by: Actor,
): Promise<void> {
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'save-layout',
    bookId,
    summary: `记住台账格式：${layout.name}`,
  }
  await write(stamp, entry, ['layouts'], (writer) =>
    writer.put('layouts', [{ ...layout, changedAt: stamp.at }]),
  )
}
