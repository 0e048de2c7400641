import type Electron from 'electron'
import type { Dispatch } from '../dispatch.ts'
import type { Log } from '../log.ts'
import { isAppAddress } from './app-protocol.ts'

export const channel = 'jiheng'

/** The one channel. Only the top frame of our own window, showing our own page, is heard. */
export function listen(
  ipcMain: Pick<Electron.IpcMain, 'handle'>,
  window: Electron.BrowserWindow,
  dispatch: Dispatch,
  log: Log,
): void {
  ipcMain.handle(channel, (event, method: unknown, input: unknown) => {
    if (isOwnSender(event, window)) return dispatch(method, input)
    log.warn(`call refused from ${event.senderFrame?.url.slice(0, 200) ?? 'a frame that is gone'}`)
    return { ok: false, code: 'refused' }
  })
}

function isOwnSender(event: Electron.IpcMainInvokeEvent, window: Electron.BrowserWindow): boolean {
  const frame = event.senderFrame
  if (frame === null || event.sender !== window.webContents) return false
  return frame.parent === null && isAppAddress(frame.url)
}
