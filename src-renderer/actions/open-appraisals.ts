import { type Appraisal, type Notice, openedAppraisal } from '#domain/appraisals/appraisal'
import { bareScheme } from '#domain/appraisals/scheme'
import { possibleSubjects, schemeFor } from '#domain/appraisals/subjects'
import { isDay } from '#domain/dates'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { schemeById } from '#storage/appraisals'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { bookById } from '#storage/books'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** A notice as a person writes it, and whom it is for (codes of regions, departments or sections). */
export type NoticeWanted = Omit<Notice, 'noticeId'> & { schemeId: string; codes: readonly string[] }

/**
 * 印发考核通知: opens an appraisal for each of the subjects, all or none. Throws `not-found`, `condition-unmet` for a scheme
 * that is not approved, `entry-faulty` without a title, days or subjects.
 */
export async function openAppraisals(bookId: string, wanted: NoticeWanted, by: Actor): Promise<Appraisal[]> {
  const [book, kept] = await Promise.all([bookById(bookId), schemeById(wanted.schemeId)])
  if (!book || !kept) throw new AppError('not-found')
  const [units, sections] = await Promise.all([unitsOf(bookId), sectionsOf(bookId)])
  const { title, number, startsOn, dueOn, schemeId, codes } = wanted
  const stamp = newStamp(by)
  const entry: Entry = { action: 'open-appraisals', bookId, summary: `印发考核通知：${title.trim()}` }
  return write(stamp, entry, ['appraisals'], async (writer) => {
    if (kept.state !== 'approved') throw new AppError('condition-unmet')
    const subjects = possibleSubjects(kept, { identity: book.identity, units, sections }).filter(({ code }) =>
      codes.includes(code),
    )
    const areDays = isDay(startsOn) && isDay(dueOn) && startsOn <= dueOn
    if (title.trim() === '' || !areDays || subjects.length === 0) throw new AppError('entry-faulty')
    const scheme = bareScheme(kept)
    const noticeId = stamp.nextId()
    const notice: Notice = {
      ...{ noticeId, title: title.trim(), number: number.trim(), startsOn, dueOn },
    }
    const opened = subjects.map((subject) =>
      openedAppraisal(
        notice,
        {
          ...{ bookId, schemeId, year: book.year, scheme: schemeFor(scheme, subject) },
          subject: { code: subject.code, name: subject.name, group: subject.group },
          unitId: subject.unitId,
          isOwn: subject.isOwn,
        },
        { id: stamp.nextId(), at: stamp.at, by: stamp.by },
      ),
    )
    await writer.put('appraisals', opened)
    writer.say(`印发考核通知：${notice.title}，${opened.length} 个对象`)
    return opened
  })
}
