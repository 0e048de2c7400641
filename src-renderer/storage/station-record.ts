import { AppError } from '#domain/errors'
import type { Station } from '#domain/exchange/station'
import { open, seal } from './sealing.ts'

function placeOf(stationId: string): string {
  return `station:${stationId}:key`
}

/** The private key of this station, closed under the machine's data key. Throws `data-key-missing` without one. */
export async function sealStationKey(
  stationId: string,
  privateKey: string,
  dataKey: CryptoKey | null,
): Promise<string> {
  if (dataKey === null) throw new AppError('data-key-missing')
  return seal(privateKey, dataKey, placeOf(stationId))
}

/**
 * The private key again. Throws `station-missing`, `data-key-missing`, `station-key-lost` where it is gone, damaged or sealed
 * by another machine's key.
 */
export async function openStationKey(
  station: Station | null,
  dataKey: CryptoKey | null,
): Promise<{ publicKey: string; privateKey: string }> {
  if (station === null) throw new AppError('station-missing')
  if (dataKey === null) throw new AppError('data-key-missing')
  return { publicKey: station.publicKey, privateKey: await opened(station, dataKey) }
}

async function opened(station: Station, dataKey: CryptoKey): Promise<string> {
  if (station.sealedKey === '') throw new AppError('station-key-lost')
  try {
    return await open(station.sealedKey, dataKey, placeOf(station.id))
  } catch (cause) {
    throw new AppError('station-key-lost', { cause })
  }
}
