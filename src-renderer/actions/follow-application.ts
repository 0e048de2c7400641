import type { Application, FollowUp } from '#domain/applications/application'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { followedApplication } from '#storage/application-record'
import { applicationById } from '#storage/applications'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 跟踪督导: adds a note to an application that is not done with. Throws `changed-meanwhile`, `not-allowed`, `day-unfit`. */
export async function followApplication(
  id: string,
  seenRevision: number,
  note: Omit<FollowUp, 'id' | 'by'>,
  by: Actor,
): Promise<Application> {
  const seen = await applicationById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const summary = `登记结果应用跟踪情况：${seen.name}`
  const entry: Entry = { action: 'follow-application', bookId: seen.bookId, summary }
  return write(stamp, entry, ['applications'], async (writer) => {
    const before = asSeen(await db.applications.get(id), seenRevision)
    const after = followedApplication(stamp, before, note)
    await writer.put('applications', [after])
    return after
  })
}
