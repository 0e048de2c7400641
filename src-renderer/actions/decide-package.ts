import { AppError } from '#domain/errors'
import { type InState, type PackageRecord, purposes, type Receipt } from '#domain/exchange/package'
import type { Actor } from '#domain/people/duties'
import { digestsOf } from '#exchange/digests'
import type { Manifest } from '#exchange/manifest'
import { db } from '#storage/database'
import { receivedRecord } from '#storage/incoming-record'
import { newStamp, type Stamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** A package that lies here and was not taken: its file and what it says of itself. */
export type Lying = { manifest: Manifest; file: { name: string; bytes: Uint8Array } }

/** 提请管理员决定: the package is noted as it is, for an administrator to agree to these very bytes. */
export function holdPackage(lying: Lying, medium: string, by: Actor): Promise<PackageRecord> {
  return note('hold-package', '提请决定', lying, medium, by, () => ({ state: 'held', overridden: '' }))
}

/** 退回: the package is not taken, for the reason that its receipt will tell. Throws `reason-missing`. */
export function refusePackage(
  lying: Lying,
  reason: string,
  medium: string,
  by: Actor,
): Promise<PackageRecord> {
  if (reason.trim() === '') throw new AppError('reason-missing')
  return note('refuse-package', '退回', lying, medium, by, (record, stamp) => {
    const receipt: Receipt = {
      ...{
        packageId: record.id,
        sha256: record.sha256,
        verdict: 'refused',
        counts: {},
        totals: {},
        faults: [],
      },
      ...{ reason: reason.trim(), by: stamp.by, at: stamp.at },
    }
    return { state: 'refused', receipt }
  })
}

const open: readonly string[] = ['held', 'allowed', 'refused']

async function note(
  action: 'hold-package' | 'refuse-package',
  verb: string,
  { manifest, file }: Lying,
  medium: string,
  by: Actor,
  fate: (record: PackageRecord, stamp: Stamp) => Partial<PackageRecord> & { state: InState },
): Promise<PackageRecord> {
  const stamp = newStamp(by)
  const digests = { name: file.name, size: file.bytes.length, ...digestsOf(file.bytes) }
  const summary = `${verb}数据包：${manifest.sender.name}的${purposes[manifest.purpose]}，第 ${manifest.sequence} 号`
  const entry: Entry = { action, bookId: '', summary }
  return write(stamp, entry, ['packages'], async (writer) => {
    const before = (await db.packages.get(manifest.id)) ?? null
    // The record of a package of ours, or of other bytes that were taken once, is nobody's to replace.
    const isFree = before?.direction === 'in' && open.includes(before.state)
    const isAgain = before?.state === 'undone' && before.sha256 === digests.sha256
    if (before && !isFree && !isAgain) throw new AppError('not-allowed')
    const received = receivedRecord({ manifest, file: digests, before }, manifest.bookId, medium, stamp)
    const record = { ...received, ...fate(received, stamp) }
    await writer.put('packages', [record])
    return record
  })
}

/** 管理员决定: agrees that a package whose signature nobody here knows may be taken. Throws `reason-missing`. */
export async function allowPackage(id: string, reason: string, by: Actor): Promise<PackageRecord> {
  if (reason.trim() === '') throw new AppError('reason-missing')
  const stamp = newStamp(by)
  const entry: Entry = { action: 'allow-package', bookId: '', summary: '' }
  return write(stamp, entry, ['packages'], async (writer) => {
    const before = await db.packages.get(id)
    if (before?.state !== 'held') throw new AppError('not-allowed')
    const after: PackageRecord = {
      ...before,
      ...{ state: 'allowed', overridden: `${stamp.by}：${reason.trim()}`, revision: before.revision + 1 },
      ...{ changedAt: stamp.at, changedBy: stamp.by },
    }
    writer.say(`同意导入未信任的数据包：${before.peer.name}的${purposes[before.purpose]}（${reason.trim()}）`)
    await writer.put('packages', [after])
    return after
  })
}
