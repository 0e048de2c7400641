import { AppError } from '#domain/errors'
import type { Meeting } from '#domain/goals/meeting'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'

/** Opens a 集中会审 (revision 0) or keeps what its minutes say; its decisions are only written as they fall. */
export async function saveMeeting(meeting: Meeting, by: Actor): Promise<Meeting> {
  const stamp = newStamp(by)
  const id = meeting.revision === 0 ? stamp.nextId() : meeting.id
  const entry = { action: 'hold-meeting', bookId: meeting.bookId, summary: `会审：${meeting.name}` } as const
  return write(stamp, entry, ['meetings'], async (writer) => {
    const before = await db.meetings.get(id)
    if ((before?.revision ?? 0) !== meeting.revision) throw new AppError('changed-meanwhile')
    const kept = { ...meeting, id, decisions: before?.decisions ?? [], revision: meeting.revision + 1 }
    await writer.put('meetings', [kept])
    return kept
  })
}
