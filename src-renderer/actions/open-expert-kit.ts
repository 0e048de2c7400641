import { desktop } from '#desktop'
import { AppError } from '#domain/errors'
import type { BookKit, OthersMarks } from '#domain/evaluation/kit'
import { passphrasesMeant } from '#domain/evaluation/kit-passphrase'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import type { Unit, YearBook } from '#domain/year-book'
import { type OpenedKit, openKit } from '#exchange/kit'
import { inspectPackage } from '#exchange/package'
import { db } from '#storage/database'
import { initialsOf } from '#storage/initials'
import { newStamp, type Stamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Throws `not-a-kit` for a file that is none, before anybody is asked for its passphrase. */
export function assertKit(bytes: Uint8Array): void {
  try {
    if (inspectPackage(bytes).manifest.purpose === 'expert-kit') return
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'not-a-package')) throw error
  }
  throw new AppError('not-a-kit')
}

/** Opens it by what was typed, or by what was meant: a passphrase is read out over the telephone. */
async function openedBy(bytes: Uint8Array, typed: string): Promise<OpenedKit> {
  const [first = '', ...others] = passphrasesMeant(typed)
  try {
    return await openKit(bytes, first)
  } catch (error) {
    const [meant] = others
    if (meant === undefined || !(error instanceof AppError && error.code === 'wrong-passphrase')) throw error
    return openKit(bytes, meant)
  }
}

/**
 * 打开专家评分包 on the expert's machine: a book of its own with the one task and sheet. The same kit opened again gives the
 * book that is there, with what was scored; a newer one for the same expert and task, of the second round or made anew,
 * goes on in that book. Throws what the package says, and keeps nothing then.
 */
export async function openExpertKit(bytes: Uint8Array, passphrase: string, by: Actor): Promise<YearBook> {
  const opened = await openedBy(bytes, passphrase)
  // The papers lie outside the database, named by their content: a name that does not fit its content is refused.
  for (const [hash, paper] of opened.attachments) {
    const kept = await desktop.keepAttachment(paper)
    if (kept.hash !== hash) throw new AppError('package-altered')
  }
  const stamp = newStamp(by)
  const { task, sheet } = opened.kit
  const books = await db.books.toArray()
  const own = books.find(({ kit }) => kit && isOfSame(kit, opened))
  const fresh = own ?? newBook(opened, stamp)
  const entry: Entry = {
    action: 'open-expert-kit',
    bookId: fresh.id,
    summary: `打开专家评分包：${task.name}`,
  }
  return write(stamp, entry, ['books', 'units', 'evaluationTasks', 'scoreSheets'], async (writer) => {
    const known = (await db.books.toArray()).find(({ kit }) => kit?.id === opened.id)
    if (known) return known
    const there = await db.scoreSheets.get(sheet.id)
    // The sheet of this very machine is not overwritten by a copy that went out from it.
    if (there && there.bookId !== own?.id) throw new AppError('kit-other')
    const before = own?.kit && (await db.evaluationTasks.get(own.kit.taskId))
    const unitId = before?.unitId ?? stamp.nextId()
    const made = madeOf(opened, stamp, { book: fresh, unitId, there })
    await writer.put('books', [made.book])
    await writer.put('units', [made.unit])
    await writer.put('evaluationTasks', [made.task])
    await writer.put('scoreSheets', made.sheets)
    return made.book
  })
}

/** Whether a book was made of a kit for the same expert and the same task. */
function isOfSame(kit: BookKit, { kit: { task, sheet } }: OpenedKit): boolean {
  return (kit.sentTaskId ?? kit.taskId) === task.id && kit.expertId === sheet.expertId
}

function newBook(
  { kit: { task, office, regionCode, regionName, year, rulesId } }: OpenedKit,
  stamp: Stamp,
): YearBook {
  const identity = { regionCode, regionName, level: 'county', office, section: '专家评分' } as const
  return {
    ...{ id: stamp.nextId(), year, name: `专家评分：${task.name}`, demo: false, identity, rulesId },
    ...{ previousId: '', createdAt: stamp.at },
  }
}

type Made = { book: YearBook; unit: Unit; task: EvaluationTask; sheets: KeptSheet[] }

/** What a kit becomes on its book; `there` is the sheet as an older kit left it, whose marks stay. */
function madeOf(
  { id, publicKey, kit }: OpenedKit,
  stamp: Stamp,
  { book, unitId, there }: { book: YearBook; unitId: string; there: KeptSheet | undefined },
): Made {
  const { task, unitName, privateKey, facts, others } = kit
  const taskId = book.kit?.taskId ?? stamp.nextId()
  const place = { bookId: book.id, unitId }
  const marked = there ? { marks: there.marks, vetoes: there.vetoes, revision: there.revision + 1 } : {}
  const sheet: KeptSheet = { ...kit.sheet, ...place, taskId, signedAt: '', ...marked }
  const own = { sheetId: sheet.id, taskId, sentTaskId: task.id, expertId: sheet.expertId }
  return {
    book: { ...book, kit: { id, ...own, expertName: sheet.name, facts, publicKey, privateKey } },
    unit: {
      ...{ id: place.unitId, bookId: book.id, code: '', name: unitName, parentId: '', sectionId: '' },
      initials: initialsOf(unitName),
    },
    task: { ...task, ...place, id: taskId, sectionId: '' },
    sheets: [sheet, ...others.map((other, index) => othersSheet(sheet, other, index + 1, stamp))],
  }
}

/** What another expert gave, beside the own sheet of the second round. */
function othersSheet(own: KeptSheet, { marks }: OthersMarks, number: number, stamp: Stamp): KeptSheet {
  const who = { id: stamp.nextId(), expertId: `other-${number}`, name: `其他专家 ${number}` }
  return { ...own, ...who, round: 1, asked: Object.keys(marks), marks, vetoes: [], signedAt: stamp.at }
}
