import type { Disclosure } from '#domain/disclosures/disclosure'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { changeDisclosures, type SeenDisclosure } from '#storage/disclosure-record'
import { newStamp } from '#storage/stamp'

/** Takes an approval back: the things have to be published again, 涉密 ones wait for a new approval. */
export async function revokeExemptions(
  bookId: string,
  seen: readonly SeenDisclosure[],
  by: Actor,
): Promise<Disclosure[]> {
  const stamp = newStamp(by)
  const entry = { action: 'revoke-exemptions', said: '撤销免予公开' } as const
  return changeDisclosures(stamp, bookId, seen, entry, ({ record }) => {
    if (record.state !== 'exempt') throw new AppError('not-allowed')
    return { state: 'due', reason: '', approvedBy: '', approvedOn: '' }
  })
}
