import type { Disclosure } from '#domain/disclosures/disclosure'
import { AppError } from '#domain/errors'
import { type Actor, duties } from '#domain/people/duties'
import { changeDisclosures, type SeenDisclosure } from '#storage/disclosure-record'
import { localDay } from '#storage/local-day'
import { newStamp } from '#storage/stamp'

/** Why a 涉密 project is not published, where nobody wrote more. */
const secretReason = '涉密'

/**
 * Approves that things need not be published, with who approved it and when; or refuses it, and then they are due again.
 * Throws `not-allowed` for what nobody asked this of, and where what is 涉密 would be refused.
 */
export async function decideExemptions(
  bookId: string,
  seen: readonly SeenDisclosure[],
  decision: { approves: boolean; opinion: string },
  by: Actor,
): Promise<Disclosure[]> {
  const stamp = newStamp(by)
  const verb = decision.approves ? '批准免予公开' : '不同意免予公开'
  const opinion = decision.opinion.trim()
  const entry = { action: 'decide-exemptions', said: verb, note: opinion && `（${opinion}）` } as const
  return changeDisclosures(stamp, bookId, seen, entry, ({ row, record }) => {
    if (row.standing !== 'proposed' || (row.secret && !decision.approves)) throw new AppError('not-allowed')
    if (!decision.approves) return { state: 'due', reason: '' }
    return {
      state: 'exempt',
      reason: record.reason || row.reason || secretReason,
      approvedBy: `${duties[by.duty].name} ${by.name}`,
      approvedOn: localDay(stamp.at),
    }
  })
}
