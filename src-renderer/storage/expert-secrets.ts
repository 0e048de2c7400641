import { AppError } from '#domain/errors'
import type { Expert, ExpertSecrets } from '#domain/experts/expert'
import { plainNumber, tailOf } from '#domain/experts/numbers'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import type { SealedParts } from './expert-record.ts'
import { open, seal } from './sealing.ts'

function placeOf(id: string, secret: keyof ExpertSecrets): string {
  return `expert:${id}:${secret}`
}

/**
 * The sealed parts of what was typed; what was not typed is left out, '' takes the recorded number away. Throws
 * `data-key-missing` where there is something to seal and nobody is logged in.
 */
export async function sealTyped(
  id: string,
  typed: Partial<ExpertSecrets>,
  key: CryptoKey | null,
): Promise<Partial<SealedParts>> {
  const { identity, bank } = typed
  const sealed: Partial<SealedParts> = {}
  if (identity !== undefined) {
    sealed.sealedIdentity = await sealOne(plainNumber(identity), placeOf(id, 'identity'), key)
    sealed.identityTail = tailOf(identity)
  }
  if (bank !== undefined) sealed.sealedBank = await sealOne(bank.trim(), placeOf(id, 'bank'), key)
  return sealed
}

async function sealOne(text: string, place: string, key: CryptoKey | null): Promise<string> {
  if (text === '') return ''
  if (key === null) throw new AppError('data-key-missing')
  return seal(text, key, place)
}

/**
 * 显示: one number in the clear. Throws `not-permitted` for a duty that may not see it, `data-key-missing` where nobody
 * is logged in, `sealed-unreadable` where it does not open.
 */
export async function readSecret(
  expert: Expert,
  secret: keyof ExpertSecrets,
  key: CryptoKey | null,
  by: Actor,
): Promise<string> {
  if (!may(by, 'see-expert-secrets')) throw new AppError('not-permitted')
  if (key === null) throw new AppError('data-key-missing')
  const sealed = secret === 'identity' ? expert.sealedIdentity : expert.sealedBank
  return open(sealed, key, placeOf(expert.id, secret))
}
