import { isDay } from '#domain/dates'
import { fieldsOf } from '#domain/disclosures/content'
import type { Disclosure, Publishing } from '#domain/disclosures/disclosure'
import { disclosurePlaces } from '#domain/disclosures/rules'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import {
  changedDisclosure,
  chosenDisclosures,
  keptDisclosures,
  namedDisclosures,
  type SeenDisclosure,
} from '#storage/disclosure-record'
import { localDay } from '#storage/local-day'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

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
  const chosen = await chosenDisclosures(bookId, seen, stamp)
  const summary = `登记公开：${namedDisclosures(chosen.rows)}`
  const entry: Entry = { action: 'publish-disclosures', bookId, summary }
  return write(stamp, entry, ['disclosures'], async (writer) => {
    const after = (await keptDisclosures(chosen, seen, stamp)).map(({ row, record }) => {
      if (row.secret) throw new AppError('secret-object')
      const isOthers = by.duty === 'unit' && row.rule.owner === 'bureau'
      if (isOthers || record.state === 'exempt' || row.standing === 'proposed')
        throw new AppError('not-allowed')
      return changedDisclosure(stamp, record, {
        state: record.state === 'rectify' ? 'rectify' : 'published',
        ...{ publishedOn, address: address.trim(), proofs },
        place: place.trim() || disclosurePlaces[row.rule.place],
        shown: fieldsOf(chosen.world.blocksOf(row)),
      })
    })
    await writer.put('disclosures', after)
    return after
  })
}
