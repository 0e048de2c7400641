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

/** Asks that things need not be published. Throws `exemption-unreasoned` without a reason, `not-allowed` for what is published or exempted. */
export async function proposeExemptions(
  bookId: string,
  seen: readonly SeenDisclosure[],
  reason: string,
  by: Actor,
): Promise<Disclosure[]> {
  if (reason.trim() === '') throw new AppError('exemption-unreasoned')
  const stamp = newStamp(by)
  const chosen = await chosenDisclosures(bookId, seen, stamp)
  const summary = `申请免予公开：${namedDisclosures(chosen.rows)}`
  const entry: Entry = { action: 'propose-exemptions', bookId, summary }
  return write(stamp, entry, ['disclosures'], async (writer) => {
    const after = (await keptDisclosures(chosen, seen, stamp)).map(({ record }) => {
      if (record.state !== 'due' && record.state !== 'proposed') throw new AppError('not-allowed')
      return changedDisclosure(stamp, record, {
        ...{ state: 'proposed', reason: reason.trim(), approvedBy: '', approvedOn: '' },
      })
    })
    await writer.put('disclosures', after)
    return after
  })
}
