import { type Disclosure, openCheck } from '#domain/disclosures/disclosure'
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

/** Registers how the finding of a check was put right. Throws `correction-missing` without a text, `not-allowed` without a finding. */
export async function correctDisclosure(
  bookId: string,
  seen: SeenDisclosure,
  correction: string,
  by: Actor,
): Promise<Disclosure[]> {
  if (correction.trim() === '') throw new AppError('correction-missing')
  const stamp = newStamp(by)
  const chosen = await chosenDisclosures(bookId, [seen], stamp)
  const summary = `登记公开整改：${namedDisclosures(chosen.rows)}`
  const entry: Entry = { action: 'correct-disclosure', bookId, summary }
  return write(stamp, entry, ['disclosures'], async (writer) => {
    const after = (await keptDisclosures(chosen, [seen], stamp)).map(({ record }) => {
      const open = openCheck(record)
      if (!open) throw new AppError('not-allowed')
      const corrected = { ...open, correction: correction.trim(), correctedOn: localDay(stamp.at) }
      return changedDisclosure(stamp, record, {
        state: 'published',
        checks: record.checks.map((check) => (check === open ? corrected : check)),
      })
    })
    await writer.put('disclosures', after)
    return after
  })
}
