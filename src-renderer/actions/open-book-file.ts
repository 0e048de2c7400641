import { openBackup } from '#backup/file'
import { inspectFile } from '#backup/open'
import { disagreements } from '#backup/verify'
import { desktop } from '#desktop'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import type { YearBook } from '#domain/year-book'
import { addReadOnlyBook } from '#storage/book-dump'
import { newStamp } from '#storage/stamp'
import { recordsIn } from '#storage/store-restore'

/**
 * 打开只读账套: verified whole before anything is kept. Every record must be of the one book; throws what the file says,
 * `backup-forged` for one that does not agree with itself, `book-known` where the book is this machine's own.
 */
export async function openBookFile(bytes: Uint8Array, passphrase: string, by: Actor): Promise<YearBook> {
  if (!may(by, 'open-book-file')) throw new AppError('not-permitted')
  const opened = await openBackup(await inspectFile(bytes), passphrase, 'book')
  const [book, ...others] = opened.contents.books
  if (!book || others.length > 0 || (await disagreements(opened)).faults.length > 0)
    throw new AppError('backup-forged')
  const lines = new Map([...opened.tables].map(([name, { blocks }]) => [name, blocks]))
  for (const [name, blocks] of lines) {
    for (const block of blocks) {
      const isForeign = recordsIn(block).some(
        (record) => record[name === 'books' ? 'id' : 'bookId'] !== book.id,
      )
      if (isForeign) throw new AppError('backup-forged')
    }
  }
  for (const paper of opened.attachments.values()) await desktop.keepAttachment(paper)
  const stamp = newStamp(by)
  const { manifest } = opened
  const [identity] = [...(lines.get('books') ?? [])]
    .flatMap(recordsIn)
    .map((record) => (record as YearBook).identity)
  const mark = {
    from: identity?.office ?? '',
    madeAt: manifest.madeAt,
    openedAt: stamp.at,
    fileId: manifest.id,
  }
  const entry = { action: 'open-book-file', bookId: '', summary: `打开只读账套：${book.name}` } as const
  return addReadOnlyBook(lines, mark, entry, stamp)
}
