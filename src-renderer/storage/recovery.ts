import type { Moment } from '#domain/dates'
import { recoveryBytes, recoveryCodeOf } from '#domain/people/recovery-code'
import { db } from './database.ts'
import { keyFor, newCredential } from './password.ts'
import type { Credential } from './records.ts'
import type { Stamp } from './stamp.ts'

/** Among the credentials; ids of accounts look different. One code opens the machine, not one account. */
export const recoveryId = 'recovery-code'

/** A fresh code, to be shown once, and what is kept of it: as of a password, its verifier and the data key wrapped by it. */
export async function newRecovery(
  dataKey: CryptoKey,
  { at, by }: Pick<Stamp, 'at' | 'by'>,
): Promise<{ code: string; credential: Credential }> {
  const code = recoveryCodeOf(crypto.getRandomValues(new Uint8Array(recoveryBytes)))
  const credential = await newCredential(recoveryId, code, dataKey)
  return { code, credential: { ...credential, madeAt: at, madeBy: by } }
}

/** The data key for the right code; null for a wrong one, and where none was ever made. */
export async function keyForCode(code: string): Promise<CryptoKey | null> {
  const credential = await db.credentials.get(recoveryId)
  return credential ? keyFor(credential, code) : null
}

/** When and by whom the code was made; null where there is none. */
export async function recoveryMade(): Promise<{ at: Moment; by: string } | null> {
  const kept = await db.credentials.get(recoveryId)
  return kept ? { at: kept.madeAt ?? '', by: kept.madeBy ?? '' } : null
}
