import type { Disclosure } from '#domain/disclosures/disclosure'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { changeDisclosures, type SeenDisclosure } from '#storage/disclosure-record'
import { newStamp } from '#storage/stamp'

/** Asks that things need not be published. Throws `exemption-unreasoned` without a reason, `not-allowed` for what is published or exempted. */
export async function proposeExemptions(
  bookId: string,
  seen: readonly SeenDisclosure[],
  reason: string,
  by: Actor,
): Promise<Disclosure[]> {
  if (reason.trim() === '') throw new AppError('exemption-unreasoned')
  const stamp = newStamp(by)
  const entry = { action: 'propose-exemptions', said: '申请免予公开' } as const
  return changeDisclosures(stamp, bookId, seen, entry, ({ record }) => {
    if (record.state !== 'due' && record.state !== 'proposed') throw new AppError('not-allowed')
    return { state: 'proposed', reason: reason.trim(), approvedBy: '', approvedOn: '' }
  })
}
