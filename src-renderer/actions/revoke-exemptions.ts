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

/** Takes an approval back: the things have to be published again, 涉密 ones wait for a new approval. */
export async function revokeExemptions(
  bookId: string,
  seen: readonly SeenDisclosure[],
  by: Actor,
): Promise<Disclosure[]> {
  const stamp = newStamp(by)
  const chosen = await chosenDisclosures(bookId, seen, stamp)
  const summary = `撤销免予公开：${namedDisclosures(chosen.rows)}`
  const entry: Entry = { action: 'revoke-exemptions', bookId, summary }
  return write(stamp, entry, ['disclosures'], async (writer) => {
    const after = (await keptDisclosures(chosen, seen, stamp)).map(({ record }) => {
      if (record.state !== 'exempt') throw new AppError('not-allowed')
      return changedDisclosure(stamp, record, {
        ...{ state: 'due', reason: '', approvedBy: '', approvedOn: '' },
      })
    })
    await writer.put('disclosures', after)
    return after
  })
}
