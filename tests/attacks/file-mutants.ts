import { strToU8 } from 'fflate'
import type { Manifest } from '#exchange/manifest'
import { forged, type Inside, insideOf, putRecords, sealedAs } from '../actions/exchange-forge.ts'
import type { Make } from './package-mutants.ts'

const place = 'attachments/'
const megabyte = 1024 * 1024

function namesIn(parts: ReadonlyMap<string, Uint8Array>): string[] {
  return [...parts.keys()].filter((name) => name.startsWith(place))
}

/** The package with its attachments changed and signed by the key that is trusted. */
const signed = (change: (inside: Inside, names: string[]) => void): Make => {
  return ({ withFiles, ownKeys }) =>
    forged(withFiles.bytes, ownKeys, (inside) => change(inside, namesIn(inside.parts)))
}

/** With counts that fit what lies in it: only the records tell. */
function recounted({ manifest, parts }: Inside): void {
  const files = namesIn(parts).map((name) => parts.get(name)?.length ?? 0)
  const bytes = files.reduce((sum, size) => sum + size, 0)
  Object.assign(manifest, { files: { ...manifest.files, count: files.length, bytes } })
}

const renamed = (to: (name: string) => string): Make =>
  signed(({ parts }, [first = '']) => {
    parts.set(to(first), parts.get(first) ?? new Uint8Array())
    parts.delete(first)
  })

/** Another name of the same length, wherever it stands: what nothing that writes packages would write. */
const overwritten = (from: string, to: string): Make => {
  return (armoury, chance) => {
    const bytes = renamed(() => from)(armoury, chance)
    return new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'))
  }
}

const claims: readonly ((manifest: Manifest) => object | undefined)[] = [
  () => undefined,
  ({ files }) => ({ ...files, count: 1 }),
  ({ files }) => ({ ...files, count: -1 }),
  ({ files }) => ({ ...files, bytes: 0 }),
  ({ files }) => ({ ...files, bytes: Number.MAX_SAFE_INTEGER }),
  ({ files }) => ({ ...files, lacking: ['../../x'] }),
  ({ files }) => ({ ...files, lacking: Array.from({ length: 5001 }, () => 'a'.repeat(64)) }),
]

/** Kinds of mutants of a package that carries attachments. */
export const fileMakers: readonly (readonly [string, Make])[] = [
  [
    'file: a bit',
    ({ withFiles: { bytes } }, chance) => {
      const { parts } = insideOf(bytes)
      const content = parts.get(namesIn(parts)[chance(2)] ?? '') ?? new Uint8Array()
      const at = content.byteOffset - bytes.byteOffset + chance(content.length)
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << chance(8)) : byte))
    },
  ],
  ['file: other content', signed(({ parts }, [first = '']) => parts.set(first, strToU8('公示栏照骗')))],
  [
    'file: cut short',
    signed((inside, [first = '']) => {
      inside.parts.set(first, inside.parts.get(first)?.slice(0, -1) ?? new Uint8Array())
      recounted(inside)
    }),
  ],
  ['file: empty', signed(({ parts }, [first = '']) => parts.set(first, new Uint8Array()))],
  [
    'file: changed places',
    signed(({ parts }, [first = '', second = '']) => {
      const [one, two] = [parts.get(first), parts.get(second)]
      if (one && two) parts.set(first, two).set(second, one)
    }),
  ],
  [
    'file: left out',
    signed((inside, [first = '']) => {
      inside.parts.delete(first)
      recounted(inside)
    }),
  ],
  [
    'file: held by nobody',
    signed((inside) => {
      // SHA-256 of "abc" (FIPS 180-2, B.1).
      const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
      inside.parts.set(`${place}${hash}`, strToU8('abc'))
      recounted(inside)
    }),
  ],
  [
    'file: its record left out',
    ({ withFiles, ownKeys }) =>
      forged(withFiles.bytes, ownKeys, (inside) =>
        putRecords(inside, 'disclosures', withFiles.disclosures.slice(1)),
      ),
  ],
  [
    'file: another size in its record',
    (armoury) =>
      forged(armoury.withFiles.bytes, armoury.ownKeys, (inside) =>
        putRecords(
          inside,
          'disclosures',
          armoury.withFiles.disclosures.map((record) => ({
            ...record,
            proofs: record.proofs.map((proof) => ({ ...proof, size: proof.size + 1 })),
          })),
        ),
      ),
  ],
  [
    'file: a name of no digest',
    (armoury, chance) => {
      const names = ['readme.txt', 'con', 'A'.repeat(64), 'a'.repeat(63), 'a'.repeat(65), 'x/y']
      return renamed(() => `${place}${names[chance(names.length)]}`)(armoury, chance)
    },
  ],
  ['file: in capitals', renamed((name) => `${place}${name.slice(place.length).toUpperCase()}`)],
  ['file: beside its place', renamed((name) => name.replace(place, 'files/'))],
  ['file: out of its folder', overwritten(`${place}a1/b2`, `${place}../b2`)],
  ['file: at the root', overwritten(`x${place}`, `/${place}`)],
  ['file: to a drive', overwritten(`C-/${place}b`, `C:/${place}b`)],
  [
    'file: twice',
    ({ withFiles, ownKeys }) => {
      const { manifest, parts } = insideOf(withFiles.bytes)
      const again = manifest.parts.filter(({ name }) => name.startsWith(place))
      return sealedAs({ ...manifest, parts: [...manifest.parts, ...again] }, parts, ownKeys)
    },
  ],
  [
    'file: twice in the zip',
    ({ withFiles: { bytes } }) => {
      const [first = '', second = ''] = namesIn(insideOf(bytes).parts)
      const text = Buffer.from(bytes).toString('latin1').replaceAll(second, first)
      return new Uint8Array(Buffer.from(text, 'latin1'))
    },
  ],
  [
    'file: too large',
    signed((inside, [first = '']) => {
      inside.parts.set(first, new Uint8Array(64 * megabyte + 1))
      recounted(inside)
    }),
  ],
  [
    'file: a bomb',
    (armoury) =>
      forged(armoury.withFiles.bytes, armoury.ownKeys, (inside) => {
        inside.parts.set(namesIn(inside.parts)[0] ?? '', armoury.bomb())
        recounted(inside)
      }),
  ],
  [
    'file: claims',
    (armoury, chance) =>
      forged(armoury.withFiles.bytes, armoury.ownKeys, ({ manifest }) =>
        Object.assign(manifest, { files: claims[chance(claims.length)]?.(manifest) }),
      ),
  ],
]
