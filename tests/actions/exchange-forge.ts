import { gzipSync, strToU8 } from 'fflate'
import { packed, storedFiles } from '#exchange/archive'
import { digestsOf } from '#exchange/digests'
import type { Manifest } from '#exchange/manifest'
import { type KeyPair, signed } from '#exchange/national-crypto'
import { openStationKey } from '#storage/station-record'
import type { Machine } from './exchange-world.ts'

export type Inside = { manifest: Manifest; parts: Map<string, Uint8Array> }

export function keysOf(machine: Machine): Promise<KeyPair> {
  return openStationKey(machine.station, machine.dataKey)
}

/** What a package has inside. */
export function insideOf(bytes: Uint8Array): Inside {
  const files = new Map(storedFiles(bytes) ?? [])
  const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json'))) as Manifest
  files.delete('manifest.json')
  files.delete('signature.json')
  return { manifest, parts: files }
}

/** The package changed inside and signed anew: what somebody with a key of his own can do. */
export function forged(bytes: Uint8Array, keys: KeyPair, change: (inside: Inside) => void): Uint8Array {
  const inside = insideOf(bytes)
  change(inside)
  const parts = [...inside.parts].map(([name, part]) => ({ name, size: part.length, ...digestsOf(part) }))
  return sealedAs({ ...inside.manifest, parts } as Manifest, inside.parts, keys)
}

/** A manifest signed as it is, whatever the parts are. */
export function sealedAs(
  manifest: Manifest,
  parts: ReadonlyMap<string, Uint8Array>,
  keys: KeyPair,
): Uint8Array {
  const written = strToU8(JSON.stringify(manifest))
  const signature = { algorithm: 'SM2-SM3', publicKey: keys.publicKey, signature: signed(written, keys) }
  return packed({
    'manifest.json': written,
    'signature.json': strToU8(JSON.stringify(signature)),
    ...Object.fromEntries(parts),
  })
}

/** Puts records of a table into what a package has inside, with honest counts. */
export function putRecords({ manifest, parts }: Inside, table: string, records: readonly object[]): void {
  putText(
    { manifest, parts },
    table,
    records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    records.length,
  )
}

export function putText({ manifest, parts }: Inside, table: string, text: string, count: number): void {
  const bytes = strToU8(text)
  parts.set(`records/${table}.ndjson.gz`, gzipSync(bytes))
  Object.assign(manifest.counts, { [table]: count })
  Object.assign(manifest.unpacked, { [table]: bytes.length })
}
