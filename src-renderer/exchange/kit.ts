import { AppError } from '#domain/errors'
import type { ExpertKit, ExpertReturn } from '#domain/evaluation/kit'
import { jsonIn } from './card.ts'
import { jsonBytes } from './json-bytes.ts'
import { kitSchema, returnSchema } from './kit-schema.ts'
import { nobody } from './manifest.ts'
import type { KeyPair } from './national-crypto.ts'
import { inspectPackage, looseFacts, openPackage, sealPackage } from './package.ts'

/** `sender` is the office's name: a kit is signed by a key of its own, not by the station's. */
type Facts = { id: string; createdAt: string; sender: string }

const kitName = 'kit.json'
const returnName = 'sheet.json'
const attachmentPlace = 'attachments/'

/** 专家评分包: what one expert scores, with its evidence by hash, closed under a passphrase. */
export function sealKit(
  kit: ExpertKit,
  attachments: ReadonlyMap<string, Uint8Array>,
  { keys, passphrase, id, createdAt, sender }: Facts & { keys: KeyPair; passphrase: string },
): Promise<Uint8Array> {
  const files = [...attachments].map(([hash, bytes]) => [`${attachmentPlace}${hash}`, bytes] as const)
  const parts = { [kitName]: jsonBytes(kit), ...Object.fromEntries(files) }
  const from = { ...looseFacts, id, createdAt, sender: { ...nobody, name: sender } }
  const content = { ...from, purpose: 'expert-kit', year: kit.year, answers: '', parts } as const
  return sealPackage(content, keys, { passphrase })
}

export type OpenedKit = {
  id: string
  publicKey: string
  kit: ExpertKit
  attachments: Map<string, Uint8Array>
}

/** The kit again. Throws AppError for what is none, was altered, or another passphrase. */
export async function openKit(bytes: Uint8Array, passphrase: string): Promise<OpenedKit> {
  const opened = inspectPackage(bytes)
  if (opened.manifest.purpose !== 'expert-kit') throw new AppError('wrong-purpose')
  const parts = await openPackage(opened, { passphrase })
  const read = kitSchema.safeParse(jsonIn(parts.get(kitName)))
  if (!read.success) throw new AppError('package-altered', { cause: read.error })
  const attachments = new Map(
    [...parts].flatMap(([name, part]) =>
      name.startsWith(attachmentPlace) ? [[name.slice(attachmentPlace.length), part] as const] : [],
    ),
  )
  return { id: opened.manifest.id, publicKey: opened.publicKey, kit: read.data, attachments }
}

/** The signed sheet on its way back: it answers its kit and is signed by the kit's key. */
export function sealReturn(
  answer: ExpertReturn,
  { keys, year, answers, id, createdAt, sender }: Facts & { keys: KeyPair; year: number; answers: string },
): Promise<Uint8Array> {
  const parts = { [returnName]: jsonBytes(answer) }
  const from = { ...looseFacts, id, createdAt, sender: { ...nobody, name: sender } }
  return sealPackage({ ...from, purpose: 'expert-return', year, answers, parts }, keys, null)
}

export type OpenedReturn = { answers: string; publicKey: string; answer: ExpertReturn }

/** A sheet that came back; whether it is the one that is waited for says `returnFault`. Throws AppError. */
export async function openReturn(bytes: Uint8Array): Promise<OpenedReturn> {
  const opened = inspectPackage(bytes)
  if (opened.manifest.purpose !== 'expert-return') throw new AppError('wrong-purpose')
  const parts = await openPackage(opened, { passphrase: '' })
  const read = returnSchema.safeParse(jsonIn(parts.get(returnName)))
  if (!read.success) throw new AppError('package-altered', { cause: read.error })
  return { answers: opened.manifest.answers, publicKey: opened.publicKey, answer: read.data }
}
