import type { Disclosure } from '#domain/disclosures/disclosure'
import { AppError } from '#domain/errors'
import { type Actor, duties } from '#domain/people/duties'
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
  const chosen = await chosenDisclosures(bookId, seen, stamp)
  const verb = decision.approves ? '批准免予公开' : '不同意免予公开'
  const entry: Entry = {
    action: 'decide-exemptions',
    bookId,
    summary: `${verb}：${namedDisclosures(chosen.rows)}${decision.opinion.trim() && `（${decision.opinion.trim()}）`}`,
  }
  return write(stamp, entry, ['disclosures'], async (writer) => {
    const after = (await keptDisclosures(chosen, seen, stamp)).map(({ row, record }) => {
      if (row.standing !== 'proposed' || (row.secret && !decision.approves)) throw new AppError('not-allowed')
      if (!decision.approves) return changedDisclosure(stamp, record, { state: 'due', reason: '' })
      return changedDisclosure(stamp, record, {
        state: 'exempt',
        reason: record.reason || row.reason || secretReason,
        approvedBy: `${duties[by.duty].name} ${by.name}`,
        approvedOn: localDay(stamp.at),
      })
    })
    await writer.put('disclosures', after)
    return after
  })
}
