import './host.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { exportBook } from '#actions/export-book'
import { openBookFile } from '#actions/open-book-file'
import { removeBookFile } from '#actions/remove-book-file'
import { restoreBackup } from '#actions/restore-backup'
import { verifyAudit } from '#storage/audit'
import { db } from '#storage/database'
import { acting, by, freshBook, freshDatabase } from '../storage/world.ts'
import { host } from './host.ts'

let bookId: string
let unitId: string
let goalId: string

beforeEach(async () => {
  host.renew()
  await freshDatabase()
  const { book, units } = await freshBook()
  ;[bookId, unitId] = [book.id, units[1].id]
  goalId = await createGoal(bookId, unitId, 'project', 'general', by)
})

describe('a book as a file', () => {
  it('opens on another machine to be read, with its trail, and cannot be written there', async () => {
    const { bytes } = await exportBook(bookId, '', by)
    const goals = await db.goals.toArray()
    await freshDatabase()
    const book = await openBookFile(bytes, '', by)
    expect(book).toMatchObject({ id: bookId, readOnly: { from: '南江县财政局' } })
    expect(await db.goals.toArray()).toEqual(goals)
    expect(await verifyAudit(bookId)).toMatchObject({ intact: true })
    const refused = createGoal(bookId, unitId, 'project', 'general', by)
    await expect(refused).rejects.toMatchObject({ code: 'book-read-only' })
    expect(await db.goals.count()).toBe(1)
    // Opened again, also a newer one: the copy is replaced, not doubled.
    await openBookFile(bytes, '', by)
    expect(await db.books.count()).toBe(1)
    await removeBookFile(bookId, by)
    expect([await db.books.count(), await db.goals.count(), await db.goalRows.count()]).toEqual([0, 0, 0])
    expect((await db.audit.toArray()).map(({ bookId: chain, action }) => [chain, action])).toEqual([
      ['', 'open-book-file'],
      ['', 'open-book-file'],
      ['', 'remove-book-file'],
    ])
  })

  it('does not come over the machine’s own book, and does not replace the whole machine', async () => {
    const { bytes } = await exportBook(bookId, '', by)
    await expect(openBookFile(bytes, '', by)).rejects.toMatchObject({ code: 'book-known' })
    const restored = restoreBackup({ name: 'x', bytes, passphrase: '' }, acting('administrator'))
    await expect(restored).rejects.toMatchObject({ code: 'backup-is-book' })
    expect((await db.books.get(bookId))?.readOnly).toBeUndefined()
    await expect(removeBookFile(bookId, by)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('with a secret goal goes out sealed only', async () => {
    await db.goals.update(goalId, { secret: true })
    await expect(exportBook(bookId, '', by)).rejects.toMatchObject({ code: 'secret-unsealed' })
    const { bytes } = await exportBook(bookId, '桂花开了 2025', by)
    await freshDatabase()
    await expect(openBookFile(bytes, '', by)).rejects.toMatchObject({ code: 'backup-passphrase' })
    expect(await db.books.count()).toBe(0)
    await openBookFile(bytes, '桂花开了 2025', by)
    expect(await db.goals.count()).toBe(1)
  }, 90_000)
})
