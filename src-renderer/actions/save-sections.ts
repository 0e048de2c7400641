import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { Section } from '#domain/year-book'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Keeps the sections of a book as given: missing ones are removed. Throws `duplicate-code` for a code given twice,
 * `not-allowed` where a removed section still has units.
 */
export async function saveSections(bookId: string, sections: readonly Section[], by: Actor): Promise<void> {
  const codes = sections.map((section) => section.code).filter((code) => code !== '')
  if (new Set(codes).size !== codes.length) throw new AppError('duplicate-code')
  const entry: Entry = { action: 'save-sections', bookId, summary: '修改股室' }
  await write(newStamp(by), entry, ['sections', 'units'], async (writer) => {
    const kept = new Set(sections.map((section) => section.id))
    const stored = await db.sections.where('[bookId+order]').between([bookId], [bookId, []]).toArray()
    const gone = stored.map((section) => section.id).filter((id) => !kept.has(id))
    const units = await db.units.where('[bookId+code]').between([bookId], [bookId, []]).toArray()
    if (units.some((unit) => gone.includes(unit.sectionId))) throw new AppError('not-allowed')
    await writer.remove('sections', gone)
    await writer.put(
      'sections',
      sections.map((section, order) => ({ ...section, bookId, order })),
    )
  })
}
