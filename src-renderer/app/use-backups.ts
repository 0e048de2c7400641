import { useEffect } from 'react'
import { backupSettings } from '#backup/keep'
import { DesktopError, desktop } from '#desktop'
import { dueReason } from '#domain/backup/due'
import { type ChainHead, sameHeads } from '#domain/backup/manifest'
import { readNote } from '#domain/backup/read-manifest'
import { readBackupName } from '#domain/backup/reason'
import { chainHeads } from '#storage/store-dump'
import { useToast } from '#ui/Toast.tsx'
import { idleWatch } from './touch.ts'

const looksEvery = 20_000
/** After a failure the disk is left alone for a while, and the person is told once. */
const pauseAfterFault = 10 * 60_000

/**
 * Makes backups by themselves while somebody works with real accounts: the day's first, when idle, and when the window
 * is left. What was changed shows in the ends of the audit chains, so nothing is read as long as nothing was done.
 */
export function useBackups(watching: boolean): void {
  const { say, sayError } = useToast()
  useEffect(() => {
    if (!watching) return
    const { idle, end: endIdle } = idleWatch()
    let changedSince: number | null = null
    let newest: { at: string | null; heads: readonly ChainHead[] } | null = null
    let isBusy = false
    let quietUntil = 0

    async function newestBackup() {
      const { own } = await desktop.listBackups()
      const [file] = own.filter(({ name }) => readBackupName(name) !== null)
      return {
        at: readBackupName(file?.name ?? '')?.at ?? null,
        heads: readNote(file?.note ?? null)?.heads ?? [],
      }
    }

    async function look(leaving: 'hidden' | 'closing' | null) {
      if (isBusy || Date.now() < quietUntil) return
      isBusy = true
      try {
        const { localNow, takeBackup } = await import('#backup/take')
        newest = await newestBackup()
        const isChanged = !sameHeads(newest.heads, await chainHeads())
        changedSince = isChanged ? (changedSince ?? Date.now()) : null
        const due = dueReason(
          {
            isChanged,
            newestAt: newest.at,
            now: localNow(),
            idle: idle(),
            waiting: changedSince === null ? 0 : Date.now() - changedSince,
          },
          await backupSettings(),
        )
        const reason = isChanged ? (leaving ?? due) : null
        if (reason) {
          const { copy, copyPlace } = await takeBackup(reason)
          if (copy === 'failed')
            say({ text: `已备份，但没有写到${copyPlace}，请在“设置 › 备份”中查看。`, severity: 'warning' })
        }
      } catch (error) {
        quietUntil = Date.now() + pauseAfterFault
        sayError(error)
      } finally {
        isBusy = false
      }
    }

    /** The desktop edition holds the window for a moment; in the browser edition it goes at once. */
    async function whenClosing() {
      try {
        // Again where somebody was asked about what is not kept, and stayed.
        while (await desktop.closing()) {
          // Leaving the field hands on what is typed there, as long as the window is still held.
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
          await look('closing')
          await desktop.closeWindow()
        }
      } catch (error) {
        // The host went first: nothing is left to be told.
        if (!(error instanceof DesktopError)) throw error
      }
    }
    void whenClosing()

    const onHidden = () => {
      if (document.visibilityState === 'hidden') void look('hidden')
    }
    document.addEventListener('visibilitychange', onHidden)
    const timer = window.setInterval(() => void look(null), looksEvery)
    return () => {
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', onHidden)
      endIdle()
    }
  }, [watching, say, sayError])
}
