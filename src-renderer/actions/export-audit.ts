import type { Actor } from '#domain/people/duties'
import { eachEntry } from '#storage/audit'
import { db } from '#storage/database'
import type { AuditHead } from '#storage/records'
import { newStamp } from '#storage/stamp'
import { note } from '#storage/write'

/**
 * 导出操作记录: a chain whole as NDJSON, so that somebody else can prove it. First line the head, then every entry as it
 * is kept, by number; see AUDIT-FORMAT.md beside the storage. That it went out is its last entry.
 */
export async function exportAudit(bookId: string, by: Actor): Promise<Uint8Array> {
  await note(newStamp(by), { action: 'export-audit', bookId, summary: '导出操作记录' })
  const head: AuditHead | undefined = await db.auditHeads.get(bookId)
  const lines = [JSON.stringify({ format: 'jiheng-audit', formatVersion: 1, head })]
  await eachEntry(bookId, (entries) => {
    for (const entry of entries) lines.push(JSON.stringify(entry))
  })
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}
