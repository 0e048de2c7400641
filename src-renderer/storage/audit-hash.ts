import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { AuditEntry } from './records.ts'

/** What stands before the first entry of a chain. */
export const noHash = ''

/** Hash over an entry and the one before it. Synchronous: WebCrypto would end the transaction it is awaited in. */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { id, bookId, number, at, by, duty, action, summary, subjectIds, changes, previousHash } = entry
  const text = JSON.stringify([
    id,
    bookId,
    number,
    at,
    by,
    action,
    summary,
    subjectIds,
    changes,
    previousHash,
    // Entries from before duties were kept hash as they always did.
    ...(duty === undefined ? [] : [duty]),
  ])
  return bytesToHex(sha256(utf8ToBytes(text)))
}
