import { noHash } from './audit-hash.ts'
import { db } from './database.ts'
import type { AuditEntry, AuditHead } from './records.ts'

/** How far a trail had come; null where it has no entry. */
export type End = Pick<AuditHead, 'number' | 'hash'> | null

export function endOf(head: AuditHead | undefined): End {
  return head ? { number: head.number, hash: head.hash } : null
}

/** How far the trails of books and of the machine had come, as one text: another text, something was written. */
export async function trailKeyOf(bookIds: readonly string[]): Promise<string> {
  return JSON.stringify((await db.auditHeads.bulkGet([...bookIds, ''])).map(endOf))
}

/** Beyond so many entries reading everything is as quick as following them. */
const entryLimit = 500

/**
 * The entries of a trail between two of its ends; null where they do not follow on (another trail was put in its place, by a
 * restored backup), or are many.
 */
export async function entriesBetween(bookId: string, from: End, to: End): Promise<AuditEntry[] | null> {
  const [first, last] = [(from?.number ?? 0) + 1, to?.number ?? 0]
  const count = last - first + 1
  if (count < 0 || count > entryLimit) return null
  const entries = await db.audit
    .where('[bookId+number]')
    .between([bookId, first], [bookId, last], true, true)
    .toArray()
  let hash = from?.hash ?? noHash
  for (const entry of entries) {
    if (entry.previousHash !== hash) return null
    hash = entry.hash
  }
  return entries.length === count && hash === (to?.hash ?? noHash) ? entries : null
}
