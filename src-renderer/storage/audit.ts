import { hashOf, noHash } from './audit-hash.ts'
import { db } from './database.ts'
import type { AuditEntry } from './records.ts'

export type { AuditEntry, FieldChange, RecordChange } from './records.ts'

/** What was done to a record, newest first. */
export async function auditOf(subjectId: string): Promise<AuditEntry[]> {
  const entries = await db.audit.where('subjectIds').equals(subjectId).toArray()
  return entries.sort((left, right) => right.number - left.number)
}

/** The newest entries of a book. */
export function lastAudit(bookId: string, limit = 100): Promise<AuditEntry[]> {
  return db.audit.where('[bookId+number]').between([bookId], [bookId, []]).reverse().limit(limit).toArray()
}

export type AuditVerdict = {
  intact: boolean
  entries: number /** Number of the first entry that does not fit. */
  brokenAt: number | null
}

/** Follows the chain of a book from its first entry to its head: altered, missing and cut-off entries show. */
export async function verifyAudit(bookId: string): Promise<AuditVerdict> {
  const entries = await db.audit.where('[bookId+number]').between([bookId], [bookId, []]).toArray()
  const head = await db.auditHeads.get(bookId)
  let previousHash = noHash
  for (const [index, entry] of entries.entries()) {
    const fits =
      entry.number === index + 1 && entry.previousHash === previousHash && hashOf(entry) === entry.hash
    if (!fits) return { intact: false, entries: entries.length, brokenAt: index + 1 }
    previousHash = entry.hash
  }
  const complete = (head?.number ?? 0) === entries.length && (head?.hash ?? noHash) === previousHash
  return {
    intact: complete,
    entries: entries.length,
    brokenAt: complete ? null : entries.length + 1,
  }
}
