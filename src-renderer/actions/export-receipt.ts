import { AppError } from '#domain/errors'
import { partyOf } from '#domain/exchange/station'
import type { Actor } from '#domain/people/duties'
import { sealReceipt } from '#exchange/receipt'
import { ownStation, packageById } from '#storage/exchange'
import { newStamp } from '#storage/stamp'
import { openStationKey } from '#storage/station-record'

/** 回执 of a package that was taken or refused, signed, as a file for the way back. It only reads. */
export async function exportReceipt(
  id: string,
  dataKey: CryptoKey | null,
  by: Actor,
): Promise<{ name: string; bytes: Uint8Array }> {
  const [record, station] = [await packageById(id), await ownStation()]
  if (!record?.receipt || record.direction !== 'in') throw new AppError('not-found')
  const keys = await openStationKey(station, dataKey)
  if (!station) throw new AppError('station-missing')
  const stamp = newStamp(by)
  const facts = {
    ...{ id: stamp.nextId(), createdAt: stamp.at, sender: partyOf(station), receiver: record.peer },
    ...{ year: record.year, receipt: record.receipt },
  }
  const bytes = await sealReceipt(facts, keys)
  return { name: `回执_${record.fileName.replace(/\.jhx$/i, '')}.jhx`, bytes }
}
