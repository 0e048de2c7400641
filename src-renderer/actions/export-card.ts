import { AppError } from '#domain/errors'
import { partyOf } from '#domain/exchange/station'
import type { Actor } from '#domain/people/duties'
import { sealCard } from '#exchange/card'
import { ownStation } from '#storage/exchange'
import { newStamp } from '#storage/stamp'
import { openStationKey } from '#storage/station-record'

/** 导出名片: who this station is, signed, as a file for others to accept. It only reads. Throws `station-missing`, `data-key-missing`. */
export async function exportCard(
  dataKey: CryptoKey | null,
  by: Actor,
): Promise<{ name: string; bytes: Uint8Array }> {
  const station = await ownStation()
  const keys = await openStationKey(station, dataKey)
  if (!station) throw new AppError('station-missing')
  const stamp = newStamp(by)
  const facts = { id: stamp.nextId(), createdAt: stamp.at, sender: partyOf(station) }
  const bytes = await sealCard({ ...facts, handOvers: station.handOvers }, keys)
  return { name: `单位名片_${station.name}.jhx`, bytes }
}
