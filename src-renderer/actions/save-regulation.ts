import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { checkRegulation, type Regulation, type RegulationContent } from '#domain/regulations'
import { db } from '#storage/database'
import { keptRegulation } from '#storage/regulation-record'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'

/**
 * 登记 a document of the 制度库 (`seenRevision` 0) or changes it; the trail is that of the open book. Throws
 * `changed-meanwhile` where it is not as it was seen, `duplicate-code` for a 文号 that another has.
 */
export async function saveRegulation(
  bookId: string,
  id: string,
  seenRevision: number,
  content: RegulationContent,
  by: Actor,
): Promise<Regulation> {
  const stamp = newStamp(by)
  const summary = `${seenRevision > 0 ? '修改' : '登记'}制度：${content.name}`
  return write(stamp, { action: 'save-regulation', bookId, summary }, ['regulations'], async (writer) => {
    const all = await db.regulations.toArray()
    const before = all.find((each) => each.id === id)
    if ((before?.revision ?? 0) !== seenRevision) throw new AppError('changed-meanwhile')
    const others = all.filter((each) => each.id !== id)
    if (checkRegulation(content, others).length > 0) throw new AppError('duplicate-code')
    const kept = keptRegulation(stamp, id, content, seenRevision)
    await writer.put('regulations', [kept])
    return kept
  })
}
