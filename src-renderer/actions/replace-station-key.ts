import { AppError } from '#domain/errors'
import type { Station } from '#domain/exchange/station'
import type { Actor } from '#domain/people/duties'
import { handedOver } from '#exchange/card'
import { newKeyPair } from '#exchange/national-crypto'
import { db } from '#storage/database'
import { ownStation } from '#storage/exchange'
import { newStamp } from '#storage/stamp'
import { openStationKey, sealStationKey } from '#storage/station-record'
import { type Entry, write } from '#storage/write'

/**
 * 更换密钥: a new key pair that the old key signs over, so that those who trust this station go on doing so with its next
 * card. Where the old key cannot be opened any more (`isLost`) there is no hand-over: others compare the fingerprint anew.
 */
export async function replaceStationKey(
  isLost: boolean,
  dataKey: CryptoKey | null,
  by: Actor,
): Promise<Station> {
  const station = await ownStation()
  if (!station) throw new AppError('station-missing')
  const old = isLost ? null : await openStationKey(station, dataKey)
  const stamp = newStamp(by)
  const { publicKey, privateKey } = newKeyPair()
  const after: Station = {
    ...station,
    publicKey,
    sealedKey: await sealStationKey(station.id, privateKey, dataKey),
    formerKeys: [...station.formerKeys, station.publicKey],
    // Every earlier key says so of the newest: whoever knows any of them follows. A lost one cannot.
    handOvers: old ? [handedOver(station.id, old, publicKey)] : [],
    ...{ changedAt: stamp.at, changedBy: stamp.by },
  }
  const summary = `更换本机密钥${isLost ? '（旧密钥已丢失，没有交接）' : ''}`
  const entry: Entry = { action: 'save-station', bookId: '', summary }
  return write(stamp, entry, ['stations'], async (writer) => {
    const now = await db.stations.get(station.id)
    if (now?.publicKey !== station.publicKey) throw new AppError('changed-meanwhile')
    await writer.put('stations', [after])
    return after
  })
}
