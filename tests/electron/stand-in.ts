import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import type { ElectronParts } from '../../src-main/electron/application.ts'

type Options = Electron.BrowserWindowConstructorOptions
type Invoke = (event: unknown, method: unknown, input: unknown) => unknown
type Serve = (request: { url: string; method: string }) => Promise<Response>

class Contents extends EventEmitter {
  mainFrame = { url: 'app://jiheng/', parent: null }
  openWindow: (() => { action: string }) | null = null
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openWindow = handler
  }
  async printToPDF(): Promise<Uint8Array> {
    return new TextEncoder().encode('%PDF')
  }
}

/** Notes what the application asks of Electron. Only what src-main/electron uses is here. */
export function standIn(
  answers: {
    firstInstance?: boolean
    savePath?: string
    parent?: string
    button?: number
    /** The page holds what is kept nowhere. */
    unkept?: boolean
  } = {},
) {
  const seen = {
    windows: [] as {
      options: Options
      contents: Contents
      loaded: string[]
      focused: number
      window: EventEmitter
    }[],
    schemes: [] as Electron.CustomScheme[],
    paths: {} as Record<string, string>,
    quits: 0,
    sandboxed: false,
    askedDefault: '',
    session: {} as Record<string, (...values: never[]) => unknown>,
    invoke: undefined as Invoke | undefined,
    serve: undefined as Serve | undefined,
    order: [] as string[],
  }
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    setPath: (name: string, path: string) => {
      seen.paths[name] = path
    },
    requestSingleInstanceLock: () => answers.firstInstance ?? true,
    quit: () => {
      seen.quits += 1
    },
    enableSandbox: () => {
      seen.sandboxed = true
      seen.order.push('sandbox')
    },
    whenReady: async () => {
      seen.order.push('ready')
    },
    getVersion: () => '1.2.3',
  })
  class BrowserWindow extends EventEmitter {
    webContents = new Contents()
    noted: (typeof seen.windows)[number]
    constructor(options: Options) {
      super()
      this.noted = { options, contents: this.webContents, loaded: [], focused: 0, window: this }
      seen.windows.push(this.noted)
      app.emit('web-contents-created', {}, this.webContents)
    }
    show(): void {
      seen.order.push('show')
    }
    focus(): void {
      this.noted.focused += 1
    }
    isDestroyed(): boolean {
      return seen.order.includes('destroy')
    }
    /** As Electron does: the listeners are asked first, then the page. */
    close(): void {
      let isHeld = false
      this.emit('close', {
        preventDefault: () => {
          isHeld = true
        },
      })
      if (isHeld) return
      let isLeft = answers.unkept !== true
      const question = {
        preventDefault: () => {
          isLeft = true
        },
      }
      if (!isLeft) this.webContents.emit('will-prevent-unload', question)
      if (isLeft) this.destroy()
    }
    destroy(): void {
      seen.order.push('destroy')
    }
    isMinimized(): boolean {
      return false
    }
    async loadURL(address: string): Promise<void> {
      this.noted.loaded.push(address)
    }
  }
  const dialog = {
    showSaveDialog: async (_window: unknown, options: { defaultPath: string }) => {
      seen.askedDefault = options.defaultPath
      return { canceled: answers.savePath === undefined, filePath: answers.savePath ?? '' }
    },
    showMessageBoxSync: () => answers.button ?? 0,
    showOpenDialog: async () => ({
      canceled: answers.parent === undefined,
      filePaths: answers.parent === undefined ? [] : [answers.parent],
    }),
  }
  const protocol = {
    registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => {
      seen.schemes = schemes
      seen.order.push('schemes')
    },
    handle: (_scheme: string, serve: Serve) => {
      seen.serve = serve
    },
  }
  const note = (name: string) => (handler: (...values: never[]) => unknown) => {
    seen.session[name] = handler
  }
  const session = {
    defaultSession: {
      setPermissionRequestHandler: note('request'),
      setPermissionCheckHandler: note('check'),
      setDevicePermissionHandler: note('device'),
      webRequest: { onBeforeRequest: note('fetch') },
    },
  }
  const ipcMain = {
    handle: (_channel: string, invoke: Invoke) => {
      seen.invoke = invoke
    },
  }
  // The stand-in has only the parts in use, which no type of Electron's describes.
  const electron = { app, BrowserWindow, dialog, ipcMain, protocol, session } as unknown as ElectronParts
  return { electron, seen, app }
}
