import type Electron from 'electron'

/** How long the page may take for its last work before the window closes all the same. */
const patience = 5000

export type Closing = {
  /** Resolves when the window is about to close; a later question replaces an earlier one, whose page is gone. */
  asked: () => Promise<boolean>
  /** The page has done its last work. */
  done: () => void
}

/** Holds the first wish to close until the page, where it has asked to be told, has backed up what was changed. */
export function holdClosing(window: Electron.BrowserWindow): Closing {
  let tell: ((isClosing: boolean) => void) | null = null
  let isClosing = false
  window.on('close', (event) => {
    if (tell === null || isClosing) return
    isClosing = true
    event.preventDefault()
    tell(true)
    setTimeout(() => {
      if (!window.isDestroyed()) window.destroy()
    }, patience).unref()
  })
  return {
    asked: () =>
      new Promise((resolve) => {
        tell?.(false)
        tell = resolve
      }),
    done: () => {
      if (isClosing && !window.isDestroyed()) window.destroy()
    },
  }
}
