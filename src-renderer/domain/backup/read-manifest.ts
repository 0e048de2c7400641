import {
  type BackupContents,
  type BackupLock,
  type BackupManifest,
  type BackupNote,
  type BackupPart,
  type BookTotals,
  backupFormat,
  type ChainHead,
  type TableContents,
} from './manifest.ts'
import { backupReasons } from './reason.ts'

type Fields = Record<string, unknown>

/** The most that a lock may ask of this machine: a forged one must not stop it. */
const most = { memory: 262_144, passes: 10, lanes: 4 } as const

/** Why a manifest is not taken. */
export type ManifestFault = 'newer' | 'unreadable'

/** The one door for a manifest. A newer one is told apart from a broken one by its version alone. */
export function readManifest(value: unknown): BackupManifest | ManifestFault {
  const found = fieldsOf(value)
  const { format, formatVersion, kind, id, schemaVersion, program, madeAt, reason, lock, parts } = found
  if (format !== 'jhb' || !isCount(formatVersion)) return 'unreadable'
  if (formatVersion > backupFormat) return 'newer'
  const read = lock === null ? null : lockIn(lock)
  const list = listOf(parts, partIn)
  if ((kind !== 'whole' && kind !== 'book') || !isText(id) || !isCount(schemaVersion)) return 'unreadable'
  if (!isText(program) || !isText(madeAt) || Number.isNaN(Date.parse(madeAt))) return 'unreadable'
  if (read === undefined || list === null || !isReason(reason)) return 'unreadable'
  return { format, formatVersion, kind, id, schemaVersion, program, madeAt, reason, lock: read, parts: list }
}

/** What is inside, or null. */
export function readContents(value: unknown): BackupContents | null {
  const { tables, books, heads, attachments } = fieldsOf(value)
  const [listed, totals] = [listOf(tables, tableIn), listOf(books, totalsIn)]
  const [ends, hashes] = [listOf(heads, headIn), listOf(attachments, hashIn)]
  if (!listed || !totals || !ends || !hashes) return null
  return { tables: listed, books: totals, heads: ends, attachments: hashes }
}

/** The note beside a backup; null for one that says nothing. */
export function readNote(text: string | null): BackupNote | null {
  if (text === null) return null
  const { heads, books, accounts, reason, schemaVersion } = fieldsOf(parsedJson(text))
  const [ends, listed] = [listOf(heads, headIn), listOf(books, bookIn)]
  if (!ends || !listed || !isCount(accounts) || !isText(reason) || !isCount(schemaVersion)) return null
  return { heads: ends, books: listed, accounts, reason, schemaVersion }
}

/** A value of JSON; undefined where the text is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    // Only what the parser says is an answer; anything else is a bug.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {} // an object of JSON
}

function listOf<Item>(value: unknown, read: (item: unknown) => Item | null): Item[] | null {
  if (!Array.isArray(value)) return null
  const items = value.map(read)
  return items.some((item) => item === null) ? null : items.flatMap((item) => (item === null ? [] : [item]))
}

function lockIn(value: unknown): BackupLock | undefined {
  const { kdf, memory, passes, lanes, salt, nonce } = fieldsOf(value)
  const within = (count: unknown, top: number): count is number =>
    isCount(count) && count >= 1 && count <= top
  if (kdf !== 'argon2id' || !within(memory, most.memory) || !within(passes, most.passes)) return undefined
  if (!within(lanes, most.lanes) || !isHex(salt, 32) || !isHex(nonce, 16)) return undefined
  return { kdf, memory, passes, lanes, salt, nonce }
}

function partIn(value: unknown): BackupPart | null {
  const { name, size, sha256 } = fieldsOf(value)
  return isText(name) && isCount(size) && isHex(sha256, 64) ? { name, size, sha256 } : null
}

function tableIn(value: unknown): TableContents | null {
  const { name, count, bytes, sha256 } = fieldsOf(value)
  if (!isText(name) || !isCount(count) || !isCount(bytes) || !isHex(sha256, 64)) return null
  return { name, count, bytes, sha256 }
}

function bookIn(value: unknown): Omit<BookTotals, 'total'> | null {
  const { id, year, name, demo, goals } = fieldsOf(value)
  if (!isText(id) || !isCount(year) || !isText(name) || typeof demo !== 'boolean' || !isCount(goals))
    return null
  return { id, year, name, demo, goals }
}

function totalsIn(value: unknown): BookTotals | null {
  const book = bookIn(value)
  const { total } = fieldsOf(value)
  return book && typeof total === 'number' && Number.isSafeInteger(total) ? { ...book, total } : null
}

function headIn(value: unknown): ChainHead | null {
  const { bookId, number, hash } = fieldsOf(value)
  return typeof bookId === 'string' && isCount(number) && isHex(hash, 64) ? { bookId, number, hash } : null
}

function hashIn(value: unknown): string | null {
  return isHex(value, 64) ? value : null
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isHex(value: unknown, digits: number): value is string {
  return typeof value === 'string' && value.length === digits && /^[0-9a-f]+$/.test(value)
}

function isReason(value: unknown): value is BackupManifest['reason'] {
  return typeof value === 'string' && (value === 'book' || Object.hasOwn(backupReasons, value))
}
