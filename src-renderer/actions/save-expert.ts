import { AppError } from '#domain/errors'
import { checkExpert, checkSecrets, type Expert, type ExpertSecrets } from '#domain/experts/expert'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { type ExpertForm, keptExpert } from '#storage/expert-record'
import { sealTyped } from '#storage/expert-secrets'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 登记 an expert (`seenRevision` 0) or changes the entry; the trail is that of the open book. Numbers that were typed
 * are sealed before the transaction and kept in no other form. Throws `changed-meanwhile`, `entry-faulty` for an error
 * of the form, `data-key-missing` for a number while nobody is logged in.
 */
export async function saveExpert(
  bookId: string,
  id: string,
  seenRevision: number,
  form: ExpertForm,
  typed: Partial<ExpertSecrets>,
  key: CryptoKey | null,
  by: Actor,
): Promise<Expert> {
  const stamp = newStamp(by)
  if (checkSecrets(typed, form.sex).some(isError)) throw new AppError('entry-faulty')
  const sealed = await sealTyped(id, typed, key)
  const summary = `${seenRevision > 0 ? '修改' : '登记'}专家：${form.name}`
  const entry: Entry = { action: 'save-expert', bookId, summary }
  return write(stamp, entry, ['experts', 'books'], async (writer) => {
    const all = await db.experts.toArray()
    const before = all.find((each) => each.id === id) ?? null
    if ((before?.revision ?? 0) !== seenRevision) throw new AppError('changed-meanwhile')
    const demo = (await db.books.get(bookId))?.demo === true
    const parts = {
      sealedIdentity: before?.sealedIdentity ?? '',
      sealedBank: before?.sealedBank ?? '',
      identityTail: before?.identityTail ?? '',
      ...sealed,
    }
    const kept = keptExpert(stamp, id, before, form, parts, before?.demo ?? demo)
    const others = all.filter((each) => each.id !== id && each.demo === kept.demo)
    if (checkExpert(kept, others).some(isError)) throw new AppError('entry-faulty')
    await writer.put('experts', [kept])
    return kept
  })
}

function isError({ severity }: { severity: string }): boolean {
  return severity === 'error'
}
