import type { Actor } from '#domain/people/duties'
import { listedRegulations } from '#domain/regulation-list'
import { numberKey } from '#domain/regulations'
import { db } from '#storage/database'
import { keptRegulation } from '#storage/regulation-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 加入常用目录: the shipped papers that the register does not have yet, by 文号 or name. Returns how many came in. */
export async function listRegulations(bookId: string, by: Actor): Promise<number> {
  const stamp = newStamp(by)
  const entry: Entry = { action: 'list-regulations', bookId, summary: '' }
  return write(stamp, entry, ['regulations'], async (writer) => {
    const there = await db.regulations.toArray()
    const known = new Set(there.flatMap(({ number, name }) => [numberKey(number), name]))
    known.delete('')
    const fresh = listedRegulations
      .filter(({ number, name }) => !known.has(name) && !known.has(numberKey(number)))
      .map((content) => keptRegulation(stamp, stamp.nextId(), content))
    writer.say(`加入常用制度目录：${fresh.length} 份`)
    await writer.put('regulations', fresh)
    return fresh.length
  })
}
