import { z } from 'zod'
import { AppError } from '#domain/errors'
import type { Party } from '#domain/exchange/station'
import { isPublicKey, isSignedBy, type KeyPair, signed } from './national-crypto.ts'
import { inspectPackage, looseFacts, openPackage, sealPackage } from './package.ts'

const cardName = 'card.json'

/** 更换密钥: the old key signs the new one over, so that whoever trusted the old one need not compare anew. */
const handOver = z.object({ from: z.string().max(200), signature: z.string().max(200) })
const cardSchema = z.object({ handOvers: z.array(handOver).max(50) })
export type HandOver = z.infer<typeof handOver>

function handOverText(stationId: string, publicKey: string): Uint8Array {
  return new TextEncoder().encode(`jhx hand-over ${stationId} ${publicKey}`)
}

/** The old key's word for the new one. */
export function handedOver(stationId: string, old: KeyPair, publicKey: string): HandOver {
  return { from: old.publicKey, signature: signed(handOverText(stationId, publicKey), old) }
}

/** 单位名片: who a station is, signed with its own key; whether it is to be believed a person decides. */
export function sealCard(
  facts: { id: string; createdAt: string; sender: Party; handOvers: readonly HandOver[] },
  keys: KeyPair,
): Promise<Uint8Array> {
  const { handOvers, ...rest } = facts
  const parts = { [cardName]: new TextEncoder().encode(JSON.stringify({ handOvers })) }
  return sealPackage({ ...looseFacts, ...rest, purpose: 'station', year: 0, answers: '', parts }, keys, null)
}

export type Card = { party: Party; publicKey: string; handOvers: readonly HandOver[] }

/** A card that was read: the hand-overs in it were truly signed by the keys they name. Throws AppError. */
export async function openCard(bytes: Uint8Array): Promise<Card> {
  const opened = inspectPackage(bytes)
  const { purpose, sender } = opened.manifest
  if (purpose !== 'station') throw new AppError('wrong-purpose')
  if (sender.id === '' || sender.name.trim() === '') throw new AppError('package-altered')
  const parts = await openPackage(opened, { passphrase: '' })
  const read = cardSchema.safeParse(jsonIn(parts.get(cardName)))
  if (!read.success) throw new AppError('package-altered', { cause: read.error })
  const text = handOverText(sender.id, opened.publicKey)
  const valid = read.data.handOvers.filter(
    ({ from, signature }) => isPublicKey(from) && isSignedBy(text, signature, from),
  )
  return { party: sender, publicKey: opened.publicKey, handOvers: valid }
}

/** A small part that is one JSON value. Throws `package-altered`. */
export function jsonIn(bytes: Uint8Array | undefined): unknown {
  if (!bytes) throw new AppError('package-altered')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new AppError('package-altered', { cause })
  }
}
