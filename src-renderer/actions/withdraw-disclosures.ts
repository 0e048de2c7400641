import type { Disclosure } from '#domain/disclosures/disclosure'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { changeDisclosures, isOthers, type SeenDisclosure } from '#storage/disclosure-record'
import { newStamp } from '#storage/stamp'

/**
 * Takes back that things were published (a wrong entry, or a page that was taken down), or that they shall be exempted. Throws
 * `not-allowed` for what is neither, and where a unit takes back what is the bureau's to publish.
 */
export async function withdrawDisclosures(
  bookId: string,
  seen: readonly SeenDisclosure[],
  by: Actor,
): Promise<Disclosure[]> {
  const stamp = newStamp(by)
  const entry = { action: 'withdraw-disclosures', said: '撤销公开登记' } as const
  return changeDisclosures(stamp, bookId, seen, entry, ({ row, record }) => {
    if (isOthers(by, row) || record.state === 'due' || record.state === 'exempt')
      throw new AppError('not-allowed')
    return {
      state: 'due',
      ...{ publishedOn: '', place: '', address: '', proofs: [], shown: [], reason: '' },
    }
  })
}
