import { AppError } from '#domain/errors'
import type { Draw } from '#domain/experts/draw'
import { replaceDrawn } from '#domain/experts/draw-record'
import { shippedExpertRules } from '#domain/experts/expert-rules'
import type { Actor } from '#domain/people/duties'
import type { Problem } from '#domain/problem'
import { db } from '#storage/database'
import { allExperts } from '#storage/experts'
import { localDay } from '#storage/local-day'
import { changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 补抽: the next of the same order takes the place of one who cannot come. Throws `changed-meanwhile`. */
export async function replaceDrawnExpert(
  seen: Pick<Draw, 'id' | 'bookId' | 'subject' | 'revision'>,
  outId: string,
  reason: string,
  by: Actor,
): Promise<{ draw: Draw } | { problem: Problem }> {
  const stamp = newStamp(by)
  const entry: Entry = { action: 'draw-experts', bookId: seen.bookId, summary: `补抽专家：${seen.subject}` }
  return write(stamp, entry, ['draws', 'experts', 'books'], async (writer) => {
    const before = await db.draws.get(seen.id)
    if (before?.revision !== seen.revision) throw new AppError('changed-meanwhile')
    const demo = (await db.books.get(seen.bookId))?.demo === true
    const experts = await allExperts(demo)
    const outcome = replaceDrawn(before, outId, reason, experts, localDay(stamp.at), shippedExpertRules)
    if ('problem' in outcome) return outcome
    const { found } = outcome
    const replaced = [...before.replaced, { ...found, at: stamp.at, by: stamp.by }]
    const draw = { ...before, replaced, ...changed(stamp, before) }
    await writer.put('draws', [draw])
    writer.say(`补抽专家：${seen.subject}，${found.inName}接替${found.outName}（${found.reason}）`)
    return { draw }
  })
}
