import type { BookTotals, ChainHead } from '#domain/backup/manifest'
import { sameHeads } from '#domain/backup/manifest'
import { AppError } from '#domain/errors'
import { type ChainFault, chainFaults } from '#storage/audit-chain'
import type { AuditEntry } from '#storage/records'
import { recordsIn } from '#storage/store-restore'
import type { OpenedBackup } from './file.ts'
import { pause } from './lock.ts'
import { addTo, faultOf, isChecked, newVerdict, type RecordsVerdict } from './records-check.ts'

/** What does not agree: the control totals, or a chain of the trail ('' is the machine's own) at its faults. */
export type Disagreement = { kind: 'totals' } | { kind: 'chain'; bookId: string; faults: ChainFault[] }

/**
 * Whether the records agree with each other: control totals per book, a ledger row for each goal, every audit chain from
 * its first entry to its head. Beside them the records that are not what their schemas say: a backup carries them as they
 * were, and is no worse for it. Throws `backup-forged` for lines that no store of ours can have written.
 */
export async function disagreements(
  opened: OpenedBackup,
): Promise<{ faults: Disagreement[]; records: RecordsVerdict }> {
  const verdict = newVerdict()
  const sums = new Map<string, { goals: number; total: number }>()
  const rows = new Map<string, number>()
  const chains = new Map<string, AuditEntry[]>()
  const heads: ChainHead[] = []
  const bookIds: string[] = []
  for (const [name, { blocks }] of opened.tables) {
    for (const block of blocks) {
      for (const record of parsedBlock(block)) {
        const bookId = String(record.bookId)
        if (isChecked(name)) addTo(verdict, faultOf(name, record))
        if (name === 'books') bookIds.push(String(record.id))
        else if (name === 'goals') {
          const sum = sums.get(bookId) ?? { goals: 0, total: 0 }
          const total = typeof record.total === 'number' ? record.total : 0
          sums.set(bookId, { goals: sum.goals + 1, total: sum.total + total })
        } else if (name === 'goalRows') rows.set(bookId, (rows.get(bookId) ?? 0) + 1)
        else if (name === 'audit') {
          const chain = chains.get(bookId) ?? []
          chain.push(record as AuditEntry) // what is no entry does not have its hash
          chains.set(bookId, chain)
        } else if (name === 'auditHeads') heads.push(record as ChainHead) // compared as text below
      }
      await pause()
    }
  }
  const agree =
    bookIds.length === opened.contents.books.length &&
    opened.contents.books.every((book) => bookIds.includes(book.id) && hasTotals(book, sums, rows)) &&
    [...sums.keys(), ...rows.keys()].every((bookId) => bookIds.includes(bookId)) &&
    sameHeads(heads, opened.contents.heads)
  const found: Disagreement[] = agree ? [] : [{ kind: 'totals' }]
  for (const bookId of new Set([...chains.keys(), ...heads.map((head) => head.bookId)])) {
    const head = heads.find((each) => each.bookId === bookId)
    const faults = chainFaults(chains.get(bookId) ?? [], head)
    if (faults.length > 0) found.push({ kind: 'chain', bookId, faults })
    await pause()
  }
  return { faults: found, records: verdict }
}

function hasTotals(
  { id, goals, total }: BookTotals,
  sums: ReadonlyMap<string, { goals: number; total: number }>,
  rows: ReadonlyMap<string, number>,
): boolean {
  const sum = sums.get(id) ?? { goals: 0, total: 0 }
  return sum.goals === goals && sum.total === total && (rows.get(id) ?? 0) === goals
}

function parsedBlock(block: Uint8Array): Record<string, unknown>[] {
  try {
    return recordsIn(block)
  } catch (error) {
    // Not UTF-8 or not JSON: its digest was right, so somebody wrote it so.
    if (error instanceof SyntaxError || error instanceof TypeError)
      throw new AppError('backup-forged', { cause: error })
    throw error
  }
}
