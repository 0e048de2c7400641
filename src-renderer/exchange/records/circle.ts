import { z } from 'zod'
import {
  type Fault,
  type FilesCount,
  inStates,
  type Mark,
  outStates,
  type PackageChanges,
  type PackageRecord,
  purposes,
  type Receipt,
  receiptVerdicts,
} from '#domain/exchange/package'
import { type Party, type Peer, peerStates, type Station } from '#domain/exchange/station'
import { levels } from '#domain/year-book'
import {
  count,
  fen,
  id,
  idOrNone,
  keyOrNone,
  keysOf,
  line,
  many,
  moment,
  oneOf,
  type Shape,
  shaped,
  some,
  text,
  written,
} from './parts.ts'

/** 04 and the two coordinates, in hexadecimal. */
const publicKey = z.string().regex(/^04[0-9a-f]{128}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const place = { name: line, level: keyOrNone(levels), regionCode: line, unitCode: line }
const numbers = (value: typeof count) => z.record(line, value)

/** 本机; whether its sealed key opens is asked where it is used. */
export const stationSchema = shaped<Station>({
  ...{ id, ...place, publicKey, sealedKey: text, formerKeys: some(publicKey) },
  handOvers: some(
    shaped<Station['handOvers'][number]>({ from: publicKey, signature: z.string().regex(/^[0-9a-f]{128}$/) }),
  ),
  ...{ createdAt: moment, changedAt: moment, changedBy: line },
})

/** 往来单位. */
export const peerSchema = shaped<Peer>({
  ...{ id, ...place, publicKey, formerKeys: some(publicKey), state: keysOf(peerStates) },
  ...{ acceptedBy: line, acceptedAt: moment, reason: text },
  accepted: oneOf<Peer['accepted']>({ fingerprint: true, 'hand-over': true }),
  ...written,
})

const receipt = shaped<Receipt>({
  ...{ packageId: id, sha256: hash, verdict: keysOf(receiptVerdicts) },
  ...{ counts: numbers(count), totals: numbers(fen), reason: text, by: line, at: moment },
  faults: many(shaped<Fault>({ table: line, id, name: line, reason: text })),
})

/** 往来台账. */
export const packageSchema = shaped<PackageRecord>(
  {
    ...{ id, bookId: idOrNone, purpose: keysOf(purposes), year: count, peerId: idOrNone },
    direction: oneOf<PackageRecord['direction']>({ out: true, in: true }),
    peer: shaped<Party>({ id: idOrNone, ...place }),
    ...{ scope: line, unitCodes: many(line), sequence: count, base: idOrNone, seen: idOrNone },
    ...{ fileName: line, size: count, sha256: hash, sm3: hash, secrets: count },
    ...{ counts: numbers(count), totals: numbers(fen), copy: line, medium: line },
    ...{ state: keysOf({ ...outStates, ...inStates }), receipt: receipt.nullable(), overridden: text },
    ...{ createdAt: moment, at: moment, by: line },
    ...written,
  },
  { files: shaped<FilesCount>({ count, bytes: count, lacking: count }) },
)

type Changed = PackageChanges['replaced'][number]
/** Records as they were: of any table, and of any age. */
const anything = z.unknown()
const where: Shape<{ table: string; id: string }> = { table: line, id }

/** What an import of a package did. */
export const packageChangesSchema = shaped<PackageChanges>({
  ...{ id, bookId: idOrNone },
  added: many(
    shaped<{ table: string; id: string } & Mark>({ ...where, revision: count }, { after: anything }),
  ),
  replaced: many(shaped<Changed>({ ...where, before: anything, revision: count }, { after: anything })),
  removed: many(shaped<PackageChanges['removed'][number]>({ ...where, before: anything })),
  lost: many(
    shaped<PackageChanges['lost'][number]>({
      ...{ ...where, name: line, path: line, kept: anything, lost: anything, whose: line },
    }),
  ),
})
