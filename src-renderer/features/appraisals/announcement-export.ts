import { desktop } from '#desktop'
import type { Appraisal } from '#domain/appraisals/appraisal'
import type { YearBook } from '#domain/year-book'
import { leavingEach } from '#storage/leaving'
import { localToday } from '#storage/local-day'

/** 导出通报: the result of a notice as a Word document; the sentence to say, or null where it was cancelled. */
export async function exportAnnouncement(
  book: YearBook,
  appraisals: readonly Appraisal[],
): Promise<string | null> {
  const { announcementDocument } = await import('#reports/appraisal-announcement')
  const [first] = appraisals
  // Each by itself: a name in one reason takes no department out of the 通报.
  const { open, note } = await leavingEach(book.id, appraisals)
  const bytes = await announcementDocument({
    office: book.identity.office,
    appraisals: open,
    writtenOn: localToday(),
  })
  const saved = await desktop.saveFile(`${first?.title ?? '考核'}情况通报.docx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}
