import { db } from '#storage/database'
import type { AuditEntry } from '#storage/records'

/** The newest entries of a book. */
export function lastAudit(bookId: string, limit: number): Promise<AuditEntry[]> {
  return db.audit.where('[bookId+number]').between([bookId], [bookId, []]).reverse().limit(limit).toArray()
}
