import type Electron from 'electron'

/** How long the page may take for its last work before the window closes all the same. */
const patience = 5000

export type Closing = {
  /** Resolves when the window is about to close; a later question replaces an earlier one, whose page is gone. */
  asked: () => Promise<boolean>
  /** The page has done its last work. */
  done: () => void
}

/**
 * Holds the first wish to close until the page, where it has asked to be told, has backed up what was changed. Then the
 * window closes as any other: a page that holds what is not kept is asked about, and may stay.
 */
export function holdClosing(window: Electron.BrowserWindow): Closing {
  let tell: ((isClosing: boolean) => void) | null = null
  let waiting: NodeJS.Timeout | null = null
  window.on('close', (event) => {
    if (tell === null || waiting) return
    event.preventDefault()
    tell(true)
    waiting = setTimeout(() => {
      if (!window.isDestroyed()) window.destroy()
    }, patience).unref()
  })
  // The page stays after all: the next wish to close is a new one. If it goes, nothing is left to be held.
  window.webContents.on('will-prevent-unload', () => {
    if (waiting) clearTimeout(waiting)
    waiting = null
  })
  return {
    asked: () =>
      new Promise((resolve) => {
        tell?.(false)
        tell = resolve
      }),
    done: () => {
      if (waiting === null || window.isDestroyed()) return
      clearTimeout(waiting)
      window.close()
    },
  }
}
