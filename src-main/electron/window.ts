import type Electron from 'electron'
import { appAddress, isAppAddress } from './app-protocol.ts'

/** The one window, with every switch that matters written out although most are the default. */
export function openWindow(
  BrowserWindow: typeof Electron.BrowserWindow,
  preload: string,
  packaged: boolean,
): Electron.BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1180,
    minHeight: 700,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    title: '绩衡',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spelling dictionary would be fetched from the internet.
      spellcheck: false,
      devTools: !packaged,
    },
  })
  window.once('ready-to-show', () => window.show())
  return window
}

/** A page that holds something not yet saved is asked about: without an answer its reload would silently not happen. */
export function askBeforeUnload(
  dialog: Pick<Electron.Dialog, 'showMessageBoxSync'>,
  window: Electron.BrowserWindow,
): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: '还有内容没有保存。',
      detail: '现在离开，正在填写的这一处不会保留。',
      buttons: ['留在这里', '仍然离开'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    // Electron's own turn of it: to prevent is to let the page go.
    if (answer === 1) event.preventDefault()
  })
}

/** No page but ours, in no window but ours. Reloading our own page stays possible. */
export function denyNavigation(contents: Electron.WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function isOwnPage(address: string): boolean {
  return isAppAddress(address) && new URL(address).pathname === new URL(appAddress).pathname
}

/** Nothing the page could ask for is granted, and nothing is ever fetched from outside. */
export function denyRequests(session: Electron.Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }))
}

function isLocal(address: string): boolean {
  if (isAppAddress(address)) return true
  return URL.canParse(address) && ['blob:', 'data:', 'devtools:'].includes(new URL(address).protocol)
}
