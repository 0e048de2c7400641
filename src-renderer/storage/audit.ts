import { type ChainFault, ChainFollower } from './audit-chain.ts'
import { db } from './database.ts'
import type { AuditEntry } from './records.ts'
import { noPause, type Pause } from './slices.ts'

export type { ChainFault } from './audit-chain.ts'
export type { AuditEntry } from './records.ts'

/** What was done to a record, newest first. */
export async function auditOf(subjectId: string): Promise<AuditEntry[]> {
  const entries = await db.audit.where('subjectIds').equals(subjectId).toArray()
  return entries.sort((left, right) => right.number - left.number)
}

export type AuditVerdict = {
  intact: boolean
  entries: number
  /** Number of the first entry that does not fit. */
  brokenAt: number | null
  faults: ChainFault[]
}

/** Entries a step: an import's are long. */
const perStep = 200

/** Gives a chain's entries in the order of their numbers, step by step: no chain is ever wholly in memory. */
export async function eachEntry(
  bookId: string,
  use: (entries: readonly AuditEntry[]) => void | Promise<void>,
): Promise<void> {
  let after: number | null = null
  for (;;) {
    const lower: unknown[] = after === null ? [bookId] : [bookId, after]
    const entries: AuditEntry[] = await db.audit
      .where('[bookId+number]')
      .between(lower, [bookId, []], after === null)
      .limit(perStep)
      .toArray()
    const last = entries.at(-1)
    if (!last) return
    await use(entries)
    if (entries.length < perStep) return
    after = last.number
  }
}

/** Follows the chain of a book from its first entry to its head: altered, missing and cut-off entries show. */
export async function verifyAudit(bookId: string, pause: Pause = noPause): Promise<AuditVerdict> {
  const follower = new ChainFollower()
  await eachEntry(bookId, async (entries) => {
    for (const entry of entries) {
      await pause()
      follower.next(entry)
    }
  })
  const faults = follower.end(await db.auditHeads.get(bookId))
  const brokenAt = faults.length === 0 ? null : Math.min(...faults.map(({ from }) => from))
  return { intact: brokenAt === null, entries: follower.count, brokenAt, faults }
}

export async function auditEntry(id: string): Promise<AuditEntry | null> {
  return (await db.audit.get(id)) ?? null
}
