import { AppError } from '#domain/errors'
import { type Agency, type AgencyContent, checkAgency } from '#domain/experts/agency'
import { shippedExpertRules } from '#domain/experts/expert-rules'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { keptAgency } from '#storage/expert-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 登记 an agency (`seenRevision` 0) or changes the entry with its commissions. Throws `changed-meanwhile`, and
 * `entry-faulty` for an error: a code given twice, a commission to a blacklisted agency or not to be entrusted.
 */
export async function saveAgency(
  bookId: string,
  id: string,
  seenRevision: number,
  content: AgencyContent,
  by: Actor,
): Promise<Agency> {
  const stamp = newStamp(by)
  const summary = `${seenRevision > 0 ? '修改' : '登记'}机构：${content.name}`
  const entry: Entry = { action: 'save-agency', bookId, summary }
  return write(stamp, entry, ['agencies', 'books'], async (writer) => {
    const all = await db.agencies.toArray()
    const before = all.find((each) => each.id === id) ?? null
    if ((before?.revision ?? 0) !== seenRevision) throw new AppError('changed-meanwhile')
    const demo = before?.demo ?? (await db.books.get(bookId))?.demo === true
    const kept = keptAgency(stamp, id, before, content, demo)
    const others = all.filter((each) => each.id !== id && each.demo === demo)
    const problems = checkAgency(kept, others, shippedExpertRules)
    if (problems.some(({ severity }) => severity === 'error')) throw new AppError('entry-faulty')
    await writer.put('agencies', [kept])
    return kept
  })
}
