import { backupFile } from '#backup/file'
import { newBackupKey } from '#backup/lock'
import { desktop } from '#desktop'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { dumpBook, secretGoals } from '#storage/book-dump'
import { bookById } from '#storage/books'
import { newStamp } from '#storage/stamp'
import { note } from '#storage/write'

/**
 * 导出只读账套: one year's book with its trail and attachments as a file that another machine opens to read. Where goals
 * of it are 涉密 it is only given out sealed: throws `secret-unsealed` without a passphrase, `password-unfit` for a short one.
 */
export async function exportBook(
  bookId: string,
  passphrase: string,
  by: Actor,
): Promise<{ name: string; bytes: Uint8Array }> {
  if (!may(by, 'export-book')) throw new AppError('not-permitted')
  const book = await bookById(bookId)
  if (!book) throw new AppError('not-found')
  const text = passphrase.trim()
  if (text === '' && (await secretGoals(bookId)) > 0) throw new AppError('secret-unsealed')
  if (text !== '' && text.length < 8) throw new AppError('password-unfit')
  const key = text === '' ? null : await newBackupKey(text)
  const stamp = newStamp(by)
  await note(stamp, { action: 'export-book', bookId, summary: `导出只读账套${key ? '（已加密）' : ''}` })
  const dump = await dumpBook(bookId)
  const attachments = new Map<string, Uint8Array>()
  for (const hash of dump.attachments) {
    const bytes = await desktop.readAttachment(hash)
    if (bytes) attachments.set(hash, bytes)
  }
  const { version } = await desktop.info()
  const facts = {
    kind: 'book',
    id: stamp.nextId(),
    program: version,
    madeAt: stamp.at,
    reason: 'book',
  } as const
  const bytes = await backupFile(dump, facts, key, attachments)
  return { name: `只读账套_${book.name}.jhb`, bytes }
}
