/** What the running edition tells the one that started it. */
export type Report = { opened: boolean; words: string }

/** The window is there. Words are for a person who must still do something. */
export function sayOpened(words = ''): Promise<void> {
  return report({ opened: true, words })
}

/** There will be no window, and why. */
export function sayFailed(words: string): Promise<void> {
  return report({ opened: false, words })
}

/** To the starter that waits, or to the console of whoever started this by hand. Resolves when it has been told. */
async function report(message: Report): Promise<void> {
  if (process.send === undefined) {
    if (message.opened) console.log(message.words || '绩衡（浏览器版）已在窗口中打开，关闭窗口即退出。')
    else console.error(message.words)
    return
  }
  if (!process.connected) return
  await new Promise<void>((resolve) => process.send?.(message, () => resolve()))
  process.disconnect()
}
