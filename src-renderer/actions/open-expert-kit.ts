import { desktop } from '#desktop'
import { AppError } from '#domain/errors'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import type { Unit, YearBook } from '#domain/year-book'
import { type OpenedKit, openKit } from '#exchange/kit'
import { db } from '#storage/database'
import { initialsOf } from '#storage/initials'
import { newStamp, type Stamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 打开专家评分包 on the expert's machine: a book of its own with the one task and sheet. The same kit opened again gives the
 * book that is there, with what was scored. Throws what the package says, and keeps nothing then.
 */
export async function openExpertKit(bytes: Uint8Array, passphrase: string, by: Actor): Promise<YearBook> {
  const opened = await openKit(bytes, passphrase)
  // The papers lie outside the database, named by their content: a name that does not fit its content is refused.
  for (const [hash, paper] of opened.attachments) {
    const kept = await desktop.keepAttachment(paper)
    if (kept.hash !== hash) throw new AppError('package-altered')
  }
  const stamp = newStamp(by)
  const { book, unit, task, sheet } = madeOf(opened, stamp)
  const entry: Entry = { action: 'open-expert-kit', bookId: book.id, summary: `打开专家评分包：${task.name}` }
  return write(stamp, entry, ['books', 'units', 'evaluationTasks', 'scoreSheets'], async (writer) => {
    const known = (await db.books.toArray()).find(({ kit }) => kit?.id === opened.id)
    if (known) return known
    // The sheet of this very machine is not overwritten by a copy that went out from it.
    if (await db.scoreSheets.get(sheet.id)) throw new AppError('kit-other')
    await writer.put('books', [book])
    await writer.put('units', [unit])
    await writer.put('evaluationTasks', [task])
    await writer.put('scoreSheets', [sheet])
    return book
  })
}

type Made = { book: YearBook; unit: Unit; task: EvaluationTask; sheet: KeptSheet }

function madeOf({ id, publicKey, kit }: OpenedKit, stamp: Stamp): Made {
  const { task, sheet, unitName, office, regionCode, regionName, year, rulesId, privateKey, facts } = kit
  const [bookId, unitId] = [stamp.nextId(), stamp.nextId()]
  const own = { sheetId: sheet.id, taskId: task.id, expertId: sheet.expertId, expertName: sheet.name, facts }
  const identity = { regionCode, regionName, level: 'county', office, section: '专家评分' } as const
  return {
    book: {
      ...{ id: bookId, year, name: `专家评分：${task.name}`, demo: false, identity, rulesId },
      ...{ previousId: '', createdAt: stamp.at, kit: { id, ...own, publicKey, privateKey } },
    },
    unit: {
      ...{ id: unitId, bookId, code: '', name: unitName, parentId: '', sectionId: '' },
      initials: initialsOf(unitName),
    },
    task: { ...task, bookId, unitId, sectionId: '' },
    sheet: { ...sheet, bookId, unitId, signedAt: '' },
  }
}
