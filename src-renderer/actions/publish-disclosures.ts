import { isDay } from '#domain/dates'
import { fieldsOf } from '#domain/disclosures/content'
import type { Disclosure, Publishing } from '#domain/disclosures/disclosure'
import { disclosurePlaces } from '#domain/disclosures/rules'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { changeDisclosures, isOthers, type SeenDisclosure } from '#storage/disclosure-record'
import { localDay } from '#storage/local-day'
import { newStamp } from '#storage/stamp'

/**
 * Registers that things were published, with one day, address and proof for all; what the public was shown is kept to be held
 * against the approved goal. An empty place is that of the rule. Throws `secret-object` for what is 涉密, `not-allowed` for
 * what is exempted, is being exempted, or is the bureau's to publish where a unit says it, `day-unfit` for no day or one that
 * is still to come, `proof-missing` without address and proof.
 */
export async function publishDisclosures(
  bookId: string,
  seen: readonly SeenDisclosure[],
  publishing: Publishing,
  by: Actor,
): Promise<Disclosure[]> {
  const stamp = newStamp(by)
  const { publishedOn, place, address, proofs } = publishing
  if (!isDay(publishedOn) || publishedOn > localDay(stamp.at)) throw new AppError('day-unfit')
  if (address.trim() === '' && proofs.length === 0) throw new AppError('proof-missing')
  const entry = { action: 'publish-disclosures', said: '登记公开' } as const
  return changeDisclosures(stamp, bookId, seen, entry, ({ row, record, world }) => {
    if (row.secret) throw new AppError('secret-object')
    if (isOthers(by, row) || record.state === 'exempt' || row.standing === 'proposed')
      throw new AppError('not-allowed')
    return {
      state: record.state === 'rectify' ? 'rectify' : 'published',
      ...{ publishedOn, address: address.trim(), proofs },
      place: place.trim() || disclosurePlaces[row.rule.place],
      shown: fieldsOf(world.blocksOf(row)),
    }
  })
}
