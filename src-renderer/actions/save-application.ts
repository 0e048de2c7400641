import type { Application, Decision, Proposal } from '#domain/applications/application'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { redraftedApplication } from '#storage/application-record'
import { applicationById } from '#storage/applications'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Keeps what is proposed or prepared for the decision. Throws `changed-meanwhile`, `not-allowed` beyond one's turn. */
export async function saveApplication(
  id: string,
  seenRevision: number,
  change: Partial<Proposal> | Partial<Decision>,
  by: Actor,
): Promise<Application> {
  const seen = await applicationById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'save-application',
    bookId: seen.bookId,
    summary: `修改结果应用：${seen.name}`,
  }
  return write(stamp, entry, ['applications'], async (writer) => {
    const before = asSeen(await db.applications.get(id), seenRevision)
    const after = redraftedApplication(stamp, before, change)
    await writer.put('applications', [after])
    return after
  })
}
