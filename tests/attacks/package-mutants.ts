import { gzipSync, strToU8, zipSync } from 'fflate'
import type { Disclosure } from '#domain/disclosures/disclosure'
import { packed } from '#exchange/archive'
import type { Manifest } from '#exchange/manifest'
import type { KeyPair } from '#exchange/national-crypto'
import { forged, insideOf, putRecords, putText, sealedAs } from '../actions/exchange-forge.ts'
import { type Chance, chanceOf } from './chance.ts'
import { fileMakers } from './file-mutants.ts'
import { absurd, claims, megabyte, partClaims, stranger } from './package-claims.ts'

/** What an attacker has: genuine packages, keys of strangers, and the key of another unit that is trusted here. */
export type Armoury = {
  genuine: Uint8Array
  /** One more of the same sender, already taken here. */
  taken: Uint8Array
  /** To somebody else, under the passphrase "x", a receipt and a card: no package for here. */
  others: readonly Uint8Array[]
  ownKeys: KeyPair
  otherUnit: { keys: KeyPair; id: string }
  /** A genuine one that carries two attachments, each held by one of these. */
  withFiles: { bytes: Uint8Array; disclosures: readonly Disclosure[] }
  bomb: () => Uint8Array
}

export type Mutant = { kind: string; bytes: Uint8Array }

export type Make = (armoury: Armoury, chance: Chance) => Uint8Array

/** Lines that are quickly written, far larger than what they are packed to. */
let bombed: Uint8Array | undefined

function gzipBomb(): Uint8Array {
  bombed ??= gzipSync(new Uint8Array(150 * megabyte).fill(0x20), { level: 1 })
  return bombed
}

let zipBombed: Uint8Array | undefined

export function zipBomb(): Uint8Array {
  zipBombed ??= zipSync({ 'manifest.json': new Uint8Array(100 * megabyte) }, { level: 1 })
  return zipBombed
}

function filesOf(bytes: Uint8Array): [string, Uint8Array][] {
  const { parts } = insideOf(bytes)
  const view = new TextDecoder('latin1').decode(bytes)
  const signature = /\{"algorithm".*?\}/.exec(view)?.[0] ?? ''
  const start = bytes.indexOf(0x7b)
  const end = start + new DataView(bytes.buffer, bytes.byteOffset).getUint32(22, true)
  return [['manifest.json', bytes.slice(start, end)], ['signature.json', strToU8(signature)], ...parts]
}

function rezipped(bytes: Uint8Array, change: (files: [string, Uint8Array][]) => void): Uint8Array {
  const files = filesOf(bytes)
  change(files)
  return packed(Object.fromEntries(files))
}

function flipped(bytes: Uint8Array, chance: Chance, count: number): Uint8Array {
  const copy = bytes.slice()
  for (let flip = 0; flip < count; flip++) {
    const at = chance(copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << chance(8))
  }
  return copy.every((byte, index) => byte === bytes[index]) ? flipped(bytes, chance, 1) : copy
}

const resign = (keys: (armoury: Armoury) => KeyPair, change: (manifest: Manifest) => object): Make => {
  return (armoury) =>
    forged(armoury.genuine, keys(armoury), ({ manifest }) => Object.assign(manifest, change(manifest)))
}

/** Text put in the place of the goals, with the key that is trusted: what only the sender's own program could do. */
const text = (made: string | Uint8Array, count: number, stated?: number): Make => {
  return ({ genuine, ownKeys }) =>
    forged(genuine, ownKeys, (inside) => {
      putText(inside, 'goals', typeof made === 'string' ? made : '', count)
      if (typeof made !== 'string') inside.parts.set('records/goals.ndjson.gz', made)
      if (stated !== undefined) Object.assign(inside.manifest.unpacked, { goals: stated })
    })
}

const makers: readonly (readonly [string, Make])[] = [
  ['bit', ({ genuine }, chance) => flipped(genuine, chance, 1)],
  ['bit', ({ genuine }, chance) => flipped(genuine, chance, 1)],
  ['bit', ({ genuine }, chance) => flipped(genuine, chance, 1 + chance(40))],
  ['cut', ({ genuine }, chance) => genuine.slice(0, chance(genuine.length))],
  ['cut', ({ genuine }, chance) => genuine.slice(1 + chance(genuine.length - 1))],
  [
    'cut out',
    ({ genuine }, chance) => {
      const at = chance(genuine.length - 1)
      return new Uint8Array([...genuine.slice(0, at), ...genuine.slice(at + 1 + chance(200))])
    },
  ],
  ['longer', ({ genuine }, chance) => new Uint8Array([...genuine, ...new Uint8Array(1 + chance(200))])],
  [
    'put in',
    ({ genuine }, chance) => {
      const at = chance(genuine.length)
      return new Uint8Array([...genuine.slice(0, at), chance(256), ...genuine.slice(at)])
    },
  ],
  [
    'swapped',
    ({ genuine }, chance) =>
      rezipped(genuine, (files) => {
        const [one, two] = [files[2 + chance(files.length - 2)], files[chance(2)]]
        if (one && two) [one[1], two[1]] = [two[1], one[1]]
      }),
  ],
  ['order', ({ genuine }) => rezipped(genuine, (files) => files.reverse())],
  [
    'renamed',
    ({ genuine }, chance) =>
      rezipped(genuine, (files) => {
        const file = files[chance(files.length)]
        if (file) file[0] = `records/renamed-${chance(10)}.ndjson.gz`
      }),
  ],
  ['left out', ({ genuine }, chance) => rezipped(genuine, (files) => files.splice(chance(files.length), 1))],
  [
    'added',
    ({ genuine }) => rezipped(genuine, (files) => files.push(['records/audit.ndjson.gz', strToU8('x')])),
  ],
  [
    'traversal',
    ({ genuine }, chance) => {
      const names = ['../x', 'a/../../x', '/etc/passwd', 'C:/x', '..', 'a//../x', 'con\u0000x', '\\\\host\\x']
      const files = Object.fromEntries(filesOf(genuine))
      return zipSync({ ...files, [names[chance(names.length)] ?? '../x']: strToU8('x') })
    },
  ],
  [
    'twice',
    ({ genuine }) => {
      const files = Object.fromEntries(filesOf(genuine))
      const whole = packed({ ...files, 'records/gools.ndjson.gz': strToU8('x') })
      return whole.map((byte, at) =>
        byte === 0x6f && whole[at - 1] === 0x6f && whole[at + 1] === 0x6c ? 0x61 : byte,
      )
    },
  ],
  [
    'deflated',
    ({ genuine }) => zipSync(Object.fromEntries(filesOf(genuine)), { mtime: '1980-01-01T00:00:00' }),
  ],
  ['zip bomb', () => zipBomb()],
  ['gzip bomb', text(gzipBomb(), 1, 150 * megabyte)],
  [
    'gzip bomb',
    ({ genuine }) =>
      rezipped(genuine, (files) => files.splice(2, 1, ['records/goals.ndjson.gz', gzipBomb()])),
  ],
  ['gzip bomb', text(gzipBomb(), 1)],
  [
    'claim by the sender',
    (armoury, chance) => {
      const claim = claims[chance(claims.length)]
      return forged(armoury.genuine, armoury.ownKeys, ({ manifest }) =>
        Object.assign(manifest, claim?.(manifest, chance)),
      )
    },
  ],
  [
    'claim by the sender, parts as they are',
    (armoury, chance) => {
      const { manifest, parts } = insideOf(armoury.genuine)
      const claim = partClaims[chance(partClaims.length)]
      return sealedAs({ ...manifest, ...claim?.(manifest, chance) } as Manifest, parts, armoury.ownKeys)
    },
  ],
  [
    're-signed',
    resign(
      () => stranger,
      () => ({}),
    ),
  ],
  [
    're-signed',
    resign(
      () => stranger,
      ({ sender }) => ({ sender: { ...sender, id: 'unknown' } }),
    ),
  ],
  [
    're-signed by another unit',
    resign(
      ({ otherUnit }) => otherUnit.keys,
      () => ({}),
    ),
  ],
  [
    're-signed by another unit in its name',
    (armoury) => {
      const { keys, id } = armoury.otherUnit
      return forged(armoury.genuine, keys, ({ manifest }) => Object.assign(manifest.sender, { id }))
    },
  ],
  [
    'signature of another',
    ({ genuine, taken }) =>
      rezipped(genuine, (files) =>
        files.splice(1, 1, filesOf(taken)[1] ?? ['signature.json', new Uint8Array()]),
      ),
  ],
  [
    'signature',
    ({ genuine }, chance) =>
      rezipped(genuine, (files) => {
        const values = ['0'.repeat(128), 'f'.repeat(128), '', 'x', '0'.repeat(64) + 'f'.repeat(64)]
        const proof = JSON.parse(new TextDecoder().decode(files[1]?.[1]))
        proof.signature = values[chance(values.length)]
        files[1] = ['signature.json', strToU8(JSON.stringify(proof))]
      }),
  ],
  ['replayed', ({ taken }) => taken],
  ['of another kind', ({ others }, chance) => others[chance(others.length)] ?? new Uint8Array()],
  ['no zip', (_, chance) => Uint8Array.from({ length: chance(5000) }, () => chance(256))],
  [
    'absurd records',
    (armoury, chance) =>
      forged(armoury.genuine, armoury.ownKeys, (inside) => {
        const goal = { ...goalIn(armoury.genuine) }
        const made = absurd[chance(absurd.length)]?.(goal, chance)
        // Nothing else may come in beside it.
        for (const name of [...inside.parts.keys()])
          if (name.startsWith('records/')) inside.parts.delete(name)
        Object.assign(inside.manifest, { counts: {}, unpacked: {} })
        if (made) putRecords(inside, made.table, made.records)
      }),
  ],
  ['no lines', text('\n\n\n', 3)],
  ['half a line', text('{"id":"g', 1)],
  ['no end of line', text('{}', 1)],
  ['deep', text(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}\n`, 1)],
  ['deep', text(`{"id":"g","indicators":${'[{"a":'.repeat(100_000)}1${'}]'.repeat(100_000)}}\n`, 1)],
  ['cut character', text(gzipSync(new Uint8Array([0x7b, 0x7d, 0x0a, 0xe4])), 1, 4)],
  ['no gzip', text(strToU8('{}'), 1, 3)],
  ...fileMakers,
]

const goals = new WeakMap<Uint8Array, object>()

/** The goal of the genuine package, set by whoever made it. */
export function setGoal(genuine: Uint8Array, goal: object): void {
  goals.set(genuine, goal)
}

function goalIn(genuine: Uint8Array): object {
  return goals.get(genuine) ?? {}
}

export const mutantKinds = makers.length

/** These take long: they stand in this one of eight rounds (the last comes in the soak alone), and are a changed bit in the others. */
const slow: ReadonlyMap<string, number> = new Map([
  ['zip bomb', 0],
  ['gzip bomb', 0],
  ['deep', 0],
  ['file: too large', 7],
])

/** The mutant of a number; its kind goes through all kinds in turn. */
export function mutantOf(number: number, armoury: Armoury): Mutant {
  const found = makers[number % makers.length]
  const round = Math.floor(number / makers.length) % 8
  const isSkipped = round !== (slow.get(found?.[0] ?? '') ?? round)
  const [kind, make] = (isSkipped ? makers[0] : found) ?? ['bit', makers[0]?.[1]]
  return { kind, bytes: make?.(armoury, chanceOf(number * 7919 + 13)) ?? new Uint8Array() }
}
