import { AppError } from '#domain/errors'
import { type OutState, outStates, type PackageRecord } from '#domain/exchange/package'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** From where a person may put it there by hand; the rest comes with the receipt. */
const before: Readonly<Record<'delivered' | 'dropped', readonly OutState[]>> = {
  delivered: ['made'],
  dropped: ['made', 'delivered', 'refused'],
}

/** 登记送达 or 作废 of a package that this machine made. Throws `not-allowed` once its receiver has taken it. */
export async function markPackage(
  id: string,
  state: keyof typeof before,
  medium: string,
  by: Actor,
): Promise<PackageRecord> {
  const stamp = newStamp(by)
  const entry: Entry = { action: 'mark-package', bookId: '', summary: '' }
  return write(stamp, entry, ['packages'], async (writer) => {
    const record = await db.packages.get(id)
    if (!record) throw new AppError('not-found')
    const allowed: readonly string[] = before[state]
    if (record.direction !== 'out' || !allowed.includes(record.state)) throw new AppError('not-allowed')
    const after = { ...record, state, medium: medium || record.medium, ...changed(stamp, record) }
    writer.say(`${outStates[state]}：${record.fileName}`)
    await writer.put('packages', [after])
    return after
  })
}
