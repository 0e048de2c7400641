import { AppError } from '#domain/errors'
import type { Party, Station } from '#domain/exchange/station'
import type { Actor } from '#domain/people/duties'
import { plainCode } from '#domain/year-book'
import { newKeyPair } from '#exchange/national-crypto'
import { db } from '#storage/database'
import { ownStation } from '#storage/exchange'
import { newStamp } from '#storage/stamp'
import { sealStationKey } from '#storage/station-record'
import { type Entry, write } from '#storage/write'

export type StationContent = Omit<Party, 'id'>

/**
 * 建立本机名片, or correct its words; the key pair is made once and sealed with the machine's data key. Throws
 * `entry-faulty` without a name (a unit also needs its code), `data-key-missing` where nobody is logged in.
 */
export async function saveStation(
  content: StationContent,
  dataKey: CryptoKey | null,
  by: Actor,
): Promise<Station> {
  const name = content.name.trim()
  const unitCode = content.level === 'unit' ? plainCode(content.unitCode) : ''
  if (name === '' || content.level === '' || (content.level === 'unit' && unitCode === ''))
    throw new AppError('entry-faulty')
  const stamp = newStamp(by)
  const before = await ownStation()
  const changed = { changedAt: stamp.at, changedBy: stamp.by }
  const words = { ...content, name, unitCode }
  const station = before ? { ...before, ...words, ...changed } : await newStation(words, dataKey, stamp)
  const entry: Entry = {
    action: 'save-station',
    bookId: '',
    summary: `${before ? '修改' : '建立'}本机单位名片：${name}`,
  }
  return write(stamp, entry, ['stations'], async (writer) => {
    const now = await db.stations.toCollection().first()
    // Another window may have made it meanwhile: two keys for one machine would never be sorted out.
    if ((now?.id ?? '') !== (before?.id ?? '')) throw new AppError('changed-meanwhile')
    await writer.put('stations', [station])
    return station
  })
}

async function newStation(
  words: StationContent,
  dataKey: CryptoKey | null,
  stamp: ReturnType<typeof newStamp>,
): Promise<Station> {
  const id = stamp.nextId()
  const { publicKey, privateKey } = newKeyPair()
  return {
    ...words,
    ...{ id, publicKey, sealedKey: await sealStationKey(id, privateKey, dataKey), formerKeys: [] },
    ...{ handOvers: [], createdAt: stamp.at, changedAt: stamp.at, changedBy: stamp.by },
  }
}
