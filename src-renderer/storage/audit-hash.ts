import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { sm3 } from 'sm-crypto-v2'
import type { AuditEntry } from './records.ts'

/** What stands before the first entry of a chain. */
export const noHash = ''

/**
 * Hash over an entry and the one before it. Synchronous: WebCrypto would end the transaction it is awaited in. Entries
 * say their algorithm (SM3, GB/T 32905); those from before that have none and stay provable by SHA-256.
 */
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
    // Part of what is hashed: nobody makes an entry of today one of an older algorithm.
    ...(entry.algorithm === undefined ? [] : [entry.algorithm]),
  ])
  const bytes = utf8ToBytes(text)
  return entry.algorithm === 'sm3' ? sm3(bytes) : bytesToHex(sha256(bytes))
}
