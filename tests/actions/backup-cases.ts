import '../backup/host.ts'
import { exportAudit } from '#actions/export-audit'
import { exportBook } from '#actions/export-book'
import { makeBackup } from '#actions/make-backup'
import { openBookFile } from '#actions/open-book-file'
import { removeBookFile } from '#actions/remove-book-file'
import { restoreBackup } from '#actions/restore-backup'
import { saveBackupSettings } from '#actions/save-backup-settings'
import { readListed } from '#backup/open'
import { takeBackup } from '#backup/take'
import { readSettings } from '#domain/backup/settings'
import { host } from '../backup/host.ts'
import { by, freshBook, freshDatabase } from '../storage/world.ts'
import type { Cases } from './action-case.ts'

async function world() {
  host.renew()
  await freshDatabase()
  return freshBook()
}

/** The file of a book, and a machine that does not have it. */
async function bookFile(): Promise<Uint8Array> {
  const { book } = await world()
  const { bytes } = await exportBook(book.id, '', by)
  await freshDatabase()
  return bytes
}

/** Every write around backups. */
export const backupCases = {
  'make-backup': async () => {
    await world()
    return (actor) => makeBackup(actor)
  },
  'save-backup-settings': async () => {
    await world()
    return (actor) => saveBackupSettings(readSettings({ idleMinutes: 5 }), actor)
  },
  'export-audit': async () => {
    const { book } = await world()
    return (actor) => exportAudit(book.id, actor)
  },
  'export-book': async () => {
    const { book } = await world()
    return (actor) => exportBook(book.id, '', actor)
  },
  'open-book-file': async () => {
    const bytes = await bookFile()
    return (actor) => openBookFile(bytes, '', actor)
  },
  'remove-book-file': async () => {
    const { id } = await openBookFile(await bookFile(), '', by)
    return (actor) => removeBookFile(id, actor)
  },
  'restore-backup': async () => {
    await world()
    const { name } = await takeBackup('manual')
    const bytes = await readListed(name, 'own')
    return (actor) => restoreBackup({ name, bytes, passphrase: '' }, actor)
  },
} satisfies Cases
