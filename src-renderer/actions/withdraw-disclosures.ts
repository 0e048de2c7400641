import type { Disclosure } from '#domain/disclosures/disclosure'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import {
  changedDisclosure,
  chosenDisclosures,
  keptDisclosures,
  namedDisclosures,
  type SeenDisclosure,
} from '#storage/disclosure-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

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
  const chosen = await chosenDisclosures(bookId, seen, stamp)
  const summary = `撤销公开登记：${namedDisclosures(chosen.rows)}`
  const entry: Entry = { action: 'withdraw-disclosures', bookId, summary }
  return write(stamp, entry, ['disclosures'], async (writer) => {
    const after = (await keptDisclosures(chosen, seen, stamp)).map(({ row, record }) => {
      const isOthers = by.duty === 'unit' && row.rule.owner === 'bureau'
      if (isOthers || record.state === 'due' || record.state === 'exempt') throw new AppError('not-allowed')
      return changedDisclosure(stamp, record, {
        state: 'due',
        ...{ publishedOn: '', place: '', address: '', proofs: [], shown: [], reason: '' },
      })
    })
    await writer.put('disclosures', after)
    return after
  })
}
