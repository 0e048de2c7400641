import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { appWindowArguments, findBrowser } from '../../build/find-browser.mjs'
import { openAttachments } from '../attachments.ts'
import { openBackups } from '../backups.ts'
import { createDispatch } from '../dispatch.ts'
import { AppError, systemCode } from '../errors.ts'
import { openExchangeFolders } from '../exchange-folders.ts'
import { realDisk, writeNew, writeWhole } from '../files.ts'
import { attachmentFolder, backupFolder, browserProfile, dataFolder, exportFolder } from '../folders.ts'
import { createHandlers } from '../handlers.ts'
import { openLog } from '../log.ts'
import { openPages } from '../pages.ts'
import { decodeWire, encodeWire } from '../wire.ts'
import { type RunningServer, startServer } from './server.ts'

// The origin is the address of the data: this number never changes.
const fixedPort = 46071
const sessionSchema = z.object({ token: z.string(), origin: z.string() })

const data = dataFolder(process.env)
const exports = exportFolder(process.env)
const port = Number(process.env.JIHENG_PORT ?? fixedPort)
const log = openLog(join(data, 'log'), () => new Date())
const sessionFile = join(data, 'session.json')
const quickExit = 5000

async function start(): Promise<void> {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const token = randomBytes(32).toString('hex')
  try {
    const server = await listen(token)
    const session = new TextEncoder().encode(JSON.stringify({ token, origin: server.origin }))
    await writeWhole(sessionFile, session, {
      ...realDisk,
      open: (path, flags) => open(path, flags, 0o600),
    })
    openWindow(`${server.origin}/#token=${token}`, server)
  } catch (error) {
    if (systemCode(error) !== 'EADDRINUSE') throw error
    await joinRunning()
  }
}

function listen(token: string): Promise<RunningServer> {
  const handlers = createHandlers({
    version: version(),
    edition: 'browser',
    exportFolder: exports,
    attachments: openAttachments(attachmentFolder(data)),
    backups: openBackups(backupFolder(data)),
    exchange: openExchangeFolders(data),
    log,
    saveFile: async (name, makeBytes) => writeNew(exports, name, await makeBytes()),
    pickParent: async () => exports,
    closing: null,
    pickBackupFolder: async (typed) => typed.trim() || null,
    pickExchangeFolder: async (typed) => typed.trim() || null,
    printPage: async () => {
      throw new AppError('not-available')
    },
  })
  const pages = openPages(fileURLToPath(new URL('../renderer', import.meta.url)))
  return startServer({
    port,
    token,
    pages,
    dispatch: createDispatch(handlers, log),
    log,
  })
}

/** The port is taken. If it is ours, open another window on it; else say so, because the port cannot move. */
async function joinRunning(): Promise<void> {
  const origin = `http://127.0.0.1:${port}`
  const token = await runningToken(origin)
  if (token === null) {
    console.error(
      `绩衡无法启动：本机端口 ${port} 被其他程序占用。数据没有受影响，请关闭占用该端口的程序后重试。`,
    )
    process.exitCode = 1
    return
  }
  openWindow(`${origin}/#token=${token}`, null)
}

async function runningToken(origin: string): Promise<string | null> {
  try {
    const session = sessionSchema.parse(JSON.parse(readFileSync(sessionFile, 'utf8')))
    if (session.origin !== origin) return null
    const response = await fetch(`${origin}/call`, {
      method: 'POST',
      headers: { origin, 'x-jiheng-token': session.token },
      body: encodeWire({ method: 'app.info', input: {} }),
    })
    decodeWire(new Uint8Array(await response.arrayBuffer()))
    return response.ok ? session.token : null
  } catch (error) {
    log.warn('port is taken, and not by us', error)
    return null
  }
}

function openWindow(address: string, server: RunningServer | null): void {
  const browser = hasDisplay() ? findBrowser() : null
  if (browser === null) {
    console.log(`绩衡（浏览器版）已启动，请在本机 Chromium 内核浏览器中打开：\n${address}`)
    return
  }
  const opened = Date.now()
  const child = spawn(browser, appWindowArguments(address, browserProfile(data)), {
    stdio: 'ignore',
    detached: server === null,
  })
  child.once('error', (error) => {
    log.error('browser did not start', error)
    console.log(`浏览器未能打开，请手工打开：\n${address}`)
  })
  if (server === null) {
    child.unref()
    return
  }
  console.log('绩衡（浏览器版）已在窗口中打开，关闭窗口即退出。')
  child.once('exit', () => {
    // An exit at once means the window went to a browser process that already runs on this profile.
    if (Date.now() - opened > quickExit) server.close().then(() => process.exit(0))
    else console.log(`绩衡仍在运行，按 Ctrl+C 退出。地址：\n${address}`)
  })
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

await start()
