import type { Actor } from '#domain/people/duties'
import type { RegisterContent, RegisterEntry } from '#domain/supervision/register'
import type { RegisterKind } from '#domain/supervision/register-kinds'
import { assertKeeper, entryWords, newEntry } from '#storage/register-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Opens an entry of the register. Throws `not-permitted` where its kind is not kept by the duty. */
export function openRegisterEntry(
  bookId: string,
  kind: RegisterKind,
  content: Partial<RegisterContent>,
  by: Actor,
): Promise<RegisterEntry> {
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'save-register',
    bookId,
    summary: entryWords('登记', { kind, title: content.title ?? '' }),
  }
  return write(stamp, entry, ['registers'], async (writer) => {
    assertKeeper(kind, stamp)
    const made = newEntry(stamp, bookId, kind, content)
    await writer.put('registers', [made])
    return made
  })
}
