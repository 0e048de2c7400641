import type { Moment } from '../dates.ts'
import type { Fen } from '../money.ts'
import type { BackupReason } from './reason.ts'

/** The format written here; older ones stay readable, newer ones are refused. See BACKUP-FORMAT.md. */
export const backupFormat = 1

/** 'whole' is everything of this machine, 'book' one year's book for another machine to read. */
export type BackupKind = 'whole' | 'book'

/** How the parts are closed under a passphrase. */
export type BackupLock = {
  kdf: 'argon2id'
  memory: number
  passes: number
  lanes: number
  salt: string
  nonce: string
}

/** A file inside, as it is carried (compressed, and encrypted where there is a lock). */
export type BackupPart = { name: string; size: number; sha256: string }

/** Readable without a passphrase. */
export type BackupManifest = {
  format: 'jhb'
  formatVersion: number
  kind: BackupKind
  id: string
  schemaVersion: number
  program: string
  madeAt: Moment
  reason: BackupReason | 'book'
  lock: BackupLock | null
  parts: BackupPart[]
}

export type TableContents = { name: string; count: number; bytes: number; sha256: string }

/** 控制数 of one book: goals and the sum of their amounts. */
export type BookTotals = { id: string; year: number; name: string; demo: boolean; goals: number; total: Fen }

/** End of an audit chain; `bookId` '' is the machine's own. */
export type ChainHead = { bookId: string; number: number; hash: string }

export type BackupContents = {
  tables: TableContents[]
  books: BookTotals[]
  heads: ChainHead[]
  /** SHA-256 of the files that the records cite. */
  attachments: string[]
}

/** What the machine's side keeps beside each backup, to notice a store that is gone or older than its backup. */
export type BackupNote = {
  heads: ChainHead[]
  /** `demo`: may be erased without a trace (a demo, a 评分包, a book of another machine), so that it is not missed. */
  books: { id: string; year: number; name: string; demo: boolean; goals: number }[]
  accounts: number
  reason: string
  schemaVersion: number
}

/** Whether two sets of chain ends are the same: then nothing was done in between. */
export function sameHeads(left: readonly ChainHead[], right: readonly ChainHead[]): boolean {
  const words = (heads: readonly ChainHead[]) =>
    heads
      .map(({ bookId, number, hash }) => `${bookId} ${number} ${hash}`)
      .toSorted()
      .join('\n')
  return words(left) === words(right)
}
