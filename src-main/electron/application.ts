import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type Electron from 'electron'
import { openAttachments } from '../attachments.ts'
import { openBackups } from '../backups.ts'
import { createDispatch } from '../dispatch.ts'
import { openExchangeFolders } from '../exchange-folders.ts'
import { writeWhole } from '../files.ts'
import { attachmentFolder, backupFolder } from '../folders.ts'
import { createHandlers, type World } from '../handlers.ts'
import { type Log, openLog } from '../log.ts'
import { openPages } from '../pages.ts'
import { appAddress, registerScheme, serveApp } from './app-protocol.ts'
import { listen } from './bridge.ts'
import { holdClosing } from './closing.ts'
import { askForFile, askForFolder } from './dialogs.ts'
import { askBeforeUnload, denyNavigation, denyRequests, openWindow } from './window.ts'

/** The parts of the `electron` module in use; tests hand in a stand-in. */
export type ElectronParts = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'protocol' | 'session'
>

export type Places = {
  data: string
  exports: string
  renderer: string
  preload: string
}

/** Starts the desktop application, or hands over to the one already running. */
export async function startApplication(electron: ElectronParts, places: Places): Promise<void> {
  const { app } = electron
  mkdirSync(places.data, { recursive: true, mode: 0o700 })
  app.setPath('userData', places.data)
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  registerScheme(electron.protocol)
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => denyNavigation(contents))
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()
  await openApplication(electron, places)
}

async function openApplication(electron: ElectronParts, places: Places): Promise<void> {
  const log = openLog(join(places.data, 'log'), () => new Date())
  denyRequests(electron.session.defaultSession)
  serveApp(electron.protocol, openPages(places.renderer))
  const window = openWindow(electron.BrowserWindow, places.preload, electron.app.isPackaged)
  askBeforeUnload(electron.dialog, window)
  const handlers = createHandlers(worldOf(electron, window, places, log))
  listen(electron.ipcMain, window, createDispatch(handlers, log), log)
  electron.app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  await window.loadURL(appAddress)
}

function worldOf(
  { app, dialog }: ElectronParts,
  window: Electron.BrowserWindow,
  places: Places,
  log: Log,
): World {
  return {
    version: app.getVersion(),
    edition: 'electron',
    closing: holdClosing(window),
    dataFolder: places.data,
    exportFolder: places.exports,
    attachments: openAttachments(attachmentFolder(places.data)),
    backups: openBackups(backupFolder(places.data)),
    exchange: openExchangeFolders(places.data),
    log,
    saveFile: async (name, makeBytes) => {
      const path = await askForFile(dialog, window, places.exports, name)
      if (path === null) return null
      await writeWhole(path, await makeBytes())
      return path
    },
    pickBackupFolder: () => askForFolder(dialog, window, places.exports),
    pickParent: () => askForFolder(dialog, window, places.exports),
    pickExchangeFolder: () => askForFolder(dialog, window, places.exports, '选择收发数据包的文件夹'),
    // Paper size and direction stand in the page's own @page rule; naming them twice makes them conflict.
    printPage: () =>
      window.webContents.printToPDF({
        printBackground: true,
        preferCSSPageSize: true,
      }),
  }
}
