import { type Disclosure, openCheck } from '#domain/disclosures/disclosure'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { changeDisclosures, type SeenDisclosure } from '#storage/disclosure-record'
import { localDay } from '#storage/local-day'
import { newStamp } from '#storage/stamp'

/** Registers how the finding of a check was put right. Throws `correction-missing` without a text, `not-allowed` without a finding. */
export async function correctDisclosure(
  bookId: string,
  seen: SeenDisclosure,
  correction: string,
  by: Actor,
): Promise<Disclosure[]> {
  if (correction.trim() === '') throw new AppError('correction-missing')
  const stamp = newStamp(by)
  const entry = { action: 'correct-disclosure', said: '登记公开整改' } as const
  return changeDisclosures(stamp, bookId, [seen], entry, ({ record }) => {
    const open = openCheck(record)
    if (!open) throw new AppError('not-allowed')
    const corrected = { ...open, correction: correction.trim(), correctedOn: localDay(stamp.at) }
    return {
      state: 'published',
      checks: record.checks.map((check) => (check === open ? corrected : check)),
    }
  })
}
