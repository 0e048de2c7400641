import { type BackupList, type BackupPlace, DesktopError, desktop } from '#desktop'
import type { BackupNote } from '#domain/backup/manifest'
import { type BackupReason, backupName, localTime, readBackupName } from '#domain/backup/reason'
import { toDrop } from '#domain/backup/retention'
import { olderVersion } from '#storage/database'
import { keepPreference } from '#storage/preferences'
import { nextId } from '#storage/stamp'
import { dumpOlder, dumpStore, type StoreDump, storeSize } from '#storage/store-dump'
import { copyAttachments } from './attachments.ts'
import { type BackupFacts, backupFile } from './file.ts'
import { backupKey, backupSettings, type CopyOutcome, type LastBackup, settingNames } from './keep.ts'

export type Progress = (done: number, whole: number) => void

let running: Promise<unknown> = Promise.resolve()

/**
 * Backs up the whole store beside the data and, where one is chosen, into the second folder. Throws where the first
 * cannot be written (`disk-full` …); a second folder that is not there is told in the answer, never thrown. One after
 * another: two at once would read everything twice.
 */
export function takeBackup(
  reason: BackupReason,
  onProgress: Progress = () => undefined,
): Promise<LastBackup> {
  const taken = running.then(
    () => take(reason, onProgress),
    () => take(reason, onProgress),
  )
  running = taken.catch(() => null)
  return taken
}

/** What an action that changes much calls first: nothing to keep, nothing made. */
export async function backupBefore(
  reason: Extract<BackupReason, `before-${string}`>,
): Promise<LastBackup | null> {
  return (await storeSize()) === 0 ? null : takeBackup(reason)
}

/**
 * Before this program upgrades a database of an earlier version: as it lies, of its own schema. Throws where it cannot be
 * kept, and nothing is upgraded then.
 */
export async function backupBeforeUpgrade(): Promise<void> {
  const version = await olderVersion()
  if (version === null) return
  const dump = await dumpOlder(version)
  if (dump.tables.every(({ count }) => count === 0)) return
  const madeAt = new Date().toISOString()
  const facts: BackupFacts = { ...(await factsOf(madeAt)), reason: 'before-upgrade' }
  const bytes = await backupFile(dump, facts, null)
  const name = backupName(localNow(madeAt), 'before-upgrade')
  await desktop.writeBackup({ name, bytes, note: JSON.stringify(noteOf(dump, 'before-upgrade')), to: 'own' })
}

async function factsOf(madeAt: string): Promise<Omit<BackupFacts, 'reason'>> {
  const { version } = await desktop.info()
  return { kind: 'whole', id: nextId(), program: version, madeAt }
}

async function take(reason: BackupReason, onProgress: Progress): Promise<LastBackup> {
  const whole = await storeSize()
  let done = 0
  const dump = await dumpStore((records) => {
    done += records
    onProgress(done, whole)
  })
  const madeAt = new Date().toISOString()
  const facts: BackupFacts = { ...(await factsOf(madeAt)), reason }
  const bytes = await backupFile(dump, facts, null)
  const note = JSON.stringify(noteOf(dump, reason))
  const name = backupName(localNow(madeAt), reason)
  const written = await desktop.writeBackup({ name, bytes, note, to: 'own' })
  const list = await desktop.listBackups()
  const second = await copied(list, { name: written.name, note, bytes, dump, facts })
  await prune(list, madeAt)
  const last: LastBackup = { name: written.name, madeAt, reason, place: list.place, ...second }
  await keepPreference(settingNames.last, last)
  return last
}

type Fresh = { name: string; note: string; bytes: Uint8Array; dump: StoreDump; facts: BackupFacts }
type Second = Pick<LastBackup, 'copy' | 'copyPlace' | 'copyFault'>

/** The copy in the second folder, encrypted where a passphrase was set; its failures are data. */
async function copied(list: BackupList, fresh: Fresh): Promise<Second> {
  const { second } = list
  if (!second) return { copy: 'none', copyPlace: '', copyFault: '' }
  const outcome = (copy: CopyOutcome, copyFault = '') => ({ copy, copyPlace: second.place, copyFault })
  if (!second.isReachable) return outcome('unreachable')
  try {
    const key = await backupKey()
    const bytes = key ? await backupFile(fresh.dump, fresh.facts, key) : fresh.bytes
    await desktop.writeBackup({ name: fresh.name, bytes, note: fresh.note, to: 'second' })
    await copyAttachments(fresh.dump.attachments, key)
    return outcome('copied')
  } catch (error) {
    if (error instanceof DesktopError) return outcome('failed', error.code)
    throw error
  }
}

/** What the rule no longer keeps goes, here and there; a folder that cannot be tidied is left for the next time. */
async function prune(list: BackupList, madeAt: string): Promise<void> {
  const { retention } = await backupSettings()
  const places: [BackupPlace, BackupList['own']][] = [
    ['own', list.own],
    ['second', list.second?.isReachable ? list.copies : []],
  ]
  for (const [place, files] of places) {
    const dated = files.flatMap(({ name }) => {
      const read = readBackupName(name)
      return read ? [{ name, at: read.at }] : []
    })
    const going = toDrop(dated, retention, localNow(madeAt))
    if (going.length === 0) continue
    try {
      await desktop.removeBackups(going, place)
    } catch (error) {
      if (!(error instanceof DesktopError)) throw error
      await desktop.report(error)
    }
  }
}

function noteOf({ heads, books, accounts, schemaVersion, erasable }: StoreDump, reason: string): BackupNote {
  return {
    ...{ heads, accounts, reason, schemaVersion },
    books: books.map(({ id, year, name, goals }) => ({ id, year, name, goals, demo: erasable.includes(id) })),
  }
}

/** The clock on the wall, as names of files say it. */
export function localNow(at: string = new Date().toISOString()): string {
  return localTime(at, -new Date(at).getTimezoneOffset())
}
