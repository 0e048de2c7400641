import { checkAtStart, ownBackups } from '#backup/start-check'
import { connected, DesktopError } from '#desktop'
import type { ClockFault } from '#domain/clock'
import { checkClock } from '#storage/clock-check'
import { olderVersion, openDatabase } from '#storage/database'
import { openDerived } from '#storage/derived'
import { preference } from '#storage/preferences'
import type { StoreFault } from '#storage/store-check'
import {
  waitingDisclosures,
  waitingGoals,
  waitingMonitorings,
  waitingSelfEvaluations,
} from '#storage/waiting-lines'

/** How the store was found at the start. */
export type Opened =
  | { phase: 'open' }
  | { phase: 'damaged'; faults: readonly StoreFault[] }
  | { phase: 'clock'; fault: ClockFault }

/** Opens, then looks quickly whether everything is there. */
async function openChecked(): Promise<Opened> {
  if (!connected) throw new DesktopError('not-connected')
  const backups = ownBackups()
  if ((await olderVersion()) !== null) await (await import('#backup/take')).backupBeforeUpgrade()
  void openDerived()
  await openDatabase()
  readAhead().catch((error: unknown) => console.warn('nothing could be read ahead', error))
  const [faults, fault] = await Promise.all([
    backups.then(checkAtStart),
    checkClock(new Date().toISOString()),
  ])
  if (faults.length > 0) return { phase: 'damaged', faults }
  return fault ? { phase: 'clock', fault } : { phase: 'open' }
}

/** What the first page waits for longest, read while that page is put together: whoever asks then finds it. */
async function readAhead(): Promise<void> {
  const bookId = await preference('open-book')
  if (typeof bookId !== 'string') return
  const waiting = [waitingGoals, waitingMonitorings, waitingSelfEvaluations, waitingDisclosures]
  await Promise.all(waiting.map((read) => read(bookId)))
}

/** Begun with the first of the program that is read: what the disk takes and what the page takes go on side by side. */
export const opening = openChecked()
// A failure is said by the gate, when it comes to it.
opening.catch(() => null)
