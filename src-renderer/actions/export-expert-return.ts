import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { sealReturn } from '#exchange/kit'
import { bookById } from '#storage/books'
import { sheetById } from '#storage/evaluation-tasks'
import { newStamp } from '#storage/stamp'

/** 导出评分表 of a kit's book: the signed sheet, signed again by the kit's key. Throws `condition-unmet` before it is signed. */
export async function exportExpertReturn(
  bookId: string,
  by: Actor,
): Promise<{ name: string; bytes: Uint8Array }> {
  const book = await bookById(bookId)
  const sheet = book?.kit && (await sheetById(book.kit.sheetId))
  if (!book?.kit || !sheet) throw new AppError('not-found')
  const { signedAt, marks, vetoes, taskId, round } = sheet
  if (signedAt === '') throw new AppError('condition-unmet')
  const stamp = newStamp(by)
  const { id: answers, sentTaskId = taskId, ...keys } = book.kit
  const bytes = await sealReturn(
    { sheetId: sheet.id, taskId: sentTaskId, round, marks, vetoes, signedAt },
    { id: stamp.nextId(), createdAt: stamp.at, sender: sheet.name, keys, year: book.year, answers },
  )
  return { name: `评分表-${sheet.name}${round === 1 ? '' : '第二轮'}.jhx`, bytes }
}
