import { noHash } from './audit-hash.ts'
import { db } from './database.ts'
import type { AuditHead, RecordChange } from './records.ts'

/** How far a trail had come; null where it has no entry. */
export type End = Pick<AuditHead, 'number' | 'hash'> | null

export function endOf(head: AuditHead | undefined): End {
  return head ? { number: head.number, hash: head.hash } : null
}

/** Beyond so many entries reading everything is as quick as following them. */
const entryLimit = 500

/** What a book's trail tells between two of its ends; null where it does not follow on, or is long. */
export async function changesSince(bookId: string, from: End, to: End): Promise<RecordChange[] | null> {
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
  if (entries.length !== count || hash !== (to?.hash ?? noHash)) return null
  return entries.flatMap(({ changes }) => changes)
}
