import '../backup/host.ts'
import { exportAudit } from '#actions/export-audit'
import { makeBackup } from '#actions/make-backup'
import { restoreBackup } from '#actions/restore-backup'
import { saveBackupSettings } from '#actions/save-backup-settings'
import { readListed } from '#backup/open'
import { takeBackup } from '#backup/take'
import { readSettings } from '#domain/backup/settings'
import type { Actor } from '#domain/people/duties'
import { host } from '../backup/host.ts'
import { freshBook, freshDatabase } from '../storage/world.ts'

async function world() {
  host.renew()
  await freshDatabase()
  return freshBook()
}

/** Every write around backups. */
export const backupCases = {
  'make-backup': async () => {
    await world()
    return (actor: Actor) => makeBackup(actor)
  },
  'save-backup-settings': async () => {
    await world()
    return (actor: Actor) => saveBackupSettings(readSettings({ idleMinutes: 5 }), actor)
  },
  'export-audit': async () => {
    const { book } = await world()
    return (actor: Actor) => exportAudit(book.id, actor)
  },
  'restore-backup': async () => {
    await world()
    const { name } = await takeBackup('manual')
    const bytes = await readListed(name, 'own')
    return (actor: Actor) => restoreBackup({ name, bytes, passphrase: '' }, actor)
  },
}
