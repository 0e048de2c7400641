import { z } from 'zod'
import { AppError } from '#domain/errors'
import { type Receipt, receiptVerdicts } from '#domain/exchange/package'
import type { Party } from '#domain/exchange/station'
import { jsonIn } from './card.ts'
import type { KeyPair } from './national-crypto.ts'
import { inspectPackage, looseFacts, openPackage, sealPackage } from './package.ts'

const receiptName = 'receipt.json'
const line = z.string().max(500)
const counts = z.record(line, z.int().min(0))

const receiptSchema: z.ZodType<Receipt> = z.object({
  packageId: z.string().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  verdict: z.enum(Object.keys(receiptVerdicts) as [keyof typeof receiptVerdicts]), // the keys of the table
  counts,
  totals: z.record(line, z.int()),
  faults: z.array(z.object({ table: line, id: line.default(''), name: line, reason: line })).max(1000),
  ...{ reason: z.string().max(2000), by: line, at: z.iso.datetime() },
})

/** 回执, signed by the station that took (or refused) the package, to travel back on the same stick. */
export function sealReceipt(
  facts: { id: string; createdAt: string; sender: Party; receiver: Party; year: number; receipt: Receipt },
  keys: KeyPair,
): Promise<Uint8Array> {
  const { receipt, ...rest } = facts
  const parts = { [receiptName]: new TextEncoder().encode(JSON.stringify(receipt)) }
  const content = { ...looseFacts, ...rest, purpose: 'receipt', answers: receipt.packageId, parts } as const
  return sealPackage(content, keys, null)
}

/** A receipt that came back; whether its signer is the package's receiver says whoever knows the package. */
export async function openReceipt(
  bytes: Uint8Array,
): Promise<{ sender: Party; publicKey: string; receipt: Receipt }> {
  const opened = inspectPackage(bytes)
  const { purpose, sender, answers } = opened.manifest
  if (purpose !== 'receipt') throw new AppError('wrong-purpose')
  const parts = await openPackage(opened, { passphrase: '' })
  const read = receiptSchema.safeParse(jsonIn(parts.get(receiptName)))
  if (!read.success) throw new AppError('package-altered', { cause: read.error })
  if (read.data.packageId !== answers) throw new AppError('package-altered')
  return { sender, publicKey: opened.publicKey, receipt: read.data }
}
