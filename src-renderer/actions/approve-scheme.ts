import type { KeptScheme } from '#domain/appraisals/scheme'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { schemeById } from '#storage/appraisals'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { approvedSchemes } from '#storage/scheme-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 审定: from now on the scheme can be used and is not changed; the version it follows is replaced. Throws `condition-unmet`
 * with the errors as its cause.
 */
export async function approveScheme(id: string, seenRevision: number, by: Actor): Promise<KeptScheme[]> {
  const seen = await schemeById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const summary = `审定考核办法：${seen.name}（第 ${seen.version} 版）`
  const entry: Entry = { action: 'approve-scheme', bookId: seen.bookId, summary }
  return write(stamp, entry, ['schemes'], async (writer) => {
    const draft = asSeen(await db.schemes.get(id), seenRevision)
    const schemes = approvedSchemes(stamp, draft, await db.schemes.get(draft.basedOn))
    await writer.put('schemes', schemes)
    return schemes
  })
}
