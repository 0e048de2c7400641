import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { bookById } from '#storage/books'
import { eraseBooks } from '#storage/erase-books'
import { newStamp } from '#storage/stamp'
import { note } from '#storage/write'

/** 移除只读账套: the copy goes, the book itself is on the machine that it came from. */
export async function removeBookFile(bookId: string, by: Actor): Promise<void> {
  if (!may(by, 'remove-book-file')) throw new AppError('not-permitted')
  const book = await bookById(bookId)
  if (!book?.readOnly) throw new AppError('not-found')
  await note(newStamp(by), { action: 'remove-book-file', bookId: '', summary: `移除只读账套：${book.name}` })
  await eraseBooks([bookId])
}
