import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
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
import { sayFailed, sayOpened } from './starter.ts'
import { chosenBrowser, isProfileOpen, openAppWindow, openDefaultBrowser, profileClosed } from './window.ts'

// The origin is the address of the data: this number never changes.
const fixedPort = 46071
const sessionSchema = z.object({ token: z.string(), origin: z.string() })
const infoSchema = z.object({ value: z.object({ version: z.string() }) })

const data = dataFolder(process.env)
const exports = exportFolder(process.env)
const port = Number(process.env.JIHENG_PORT ?? fixedPort)
const log = openLog(join(data, 'log'), () => new Date())
const sessionFile = join(data, 'session.json')
const profile = browserProfile(data)
// An exit this soon means that the window went to a browser process which already runs on this profile.
const quickExit = 5000
const patience = 60_000
const handOver = 15_000

/** A running server, and whether a page of it has been asked for yet. */
type Edition = RunningServer & { isSeen: () => boolean }

async function start(): Promise<void> {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const token = randomBytes(32).toString('hex')
  try {
    const edition = await listen(token)
    const session = new TextEncoder().encode(JSON.stringify({ token, origin: edition.origin }))
    await writeWhole(sessionFile, session, {
      ...realDisk,
      open: (path, flags) => open(path, flags, 0o600),
    })
    await show(`${edition.origin}/#token=${token}`, edition)
  } catch (error) {
    // Windows says EACCES where it keeps the port for itself.
    if (!['EADDRINUSE', 'EACCES'].includes(systemCode(error)) || !isOfPort(error)) throw error
    await joinRunning()
  }
}

function isOfPort(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'listen'
}

async function listen(token: string): Promise<Edition> {
  const handlers = createHandlers({
    version: version(),
    edition: 'browser',
    dataFolder: data,
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
  let seen = false
  const server = await startServer({
    port,
    token,
    pages: (path) => {
      seen = true
      return pages(path)
    },
    dispatch: createDispatch(handlers, log),
    log,
  })
  return { ...server, isSeen: () => seen }
}

/** The port is taken. If it is ours, open another window on it; else say so, because the port cannot move. */
async function joinRunning(): Promise<void> {
  const origin = `http://127.0.0.1:${port}`
  const running = await runningEdition(origin)
  if (running === null) {
    return fail(
      `绩衡无法启动：本机端口 ${port} 被其他程序占用（也可能是另一个用户、另一处文件夹的绩衡）。数据没有受影响。请注销其他用户、关闭占用该端口的程序后重试；不知道是哪个程序的，重启电脑后先打开绩衡。`,
    )
  }
  if (running.version !== version()) {
    return fail(
      `绩衡 ${running.version} 正在运行，数据没有受影响。请先关闭它的窗口，再启动 ${version()}；看不到窗口的，注销或重启电脑后再启动。`,
    )
  }
  await show(`${origin}/#token=${running.token}`, null)
}

async function runningEdition(origin: string): Promise<{ token: string; version: string } | null> {
  try {
    const session = sessionSchema.parse(JSON.parse(readFileSync(sessionFile, 'utf8')))
    if (session.origin !== origin) return null
    const response = await fetch(`${origin}/call`, {
      method: 'POST',
      headers: { origin, 'x-jiheng-token': session.token },
      body: encodeWire({ method: 'app.info', input: {} }),
      // Another program may take the call and never answer.
      signal: AbortSignal.timeout(10_000),
    })
    const reply = infoSchema.parse(decodeWire(new Uint8Array(await response.arrayBuffer())))
    return { token: session.token, version: reply.value.version }
  } catch (error) {
    log.warn('port is taken, and not by us', error)
    return null
  }
}

/** Opens the address; with the edition that serves it, stays until the window has been closed. */
async function show(address: string, edition: Edition | null): Promise<void> {
  if (!hasDisplay()) {
    return sayOpened(`绩衡（浏览器版）已启动，请在本机 Chromium 内核浏览器中打开：\n${address}`)
  }
  const browser = chosenBrowser(data)
  if (browser === null) return showInDefault(address)
  const opened = Date.now()
  const window = openAppWindow(browser, address, profile, edition !== null)
  try {
    await window.shown
  } catch (error) {
    log.error('browser did not start', error)
    return sayOpened(`浏览器未能打开，请手工打开：\n${address}`)
  }
  if (edition === null) return sayOpened()
  // Only a page that was asked for shows that there is a window.
  let isMarked = false
  void untilSeen(edition, patience).then((seen) => {
    isMarked = isProfileOpen(profile)
    return seen ? sayOpened() : undefined
  })
  await window.ended
  if (Date.now() - opened < quickExit) {
    if (!(await untilSeen(edition, handOver))) {
      return fail(`浏览器没有打开绩衡的窗口，数据没有受影响：${browser}`)
    }
    // A browser that leaves no mark on its profile cannot be waited for: the edition stays.
    if (!isMarked) return
    await profileClosed(profile)
  }
  await edition.close()
  process.exit()
}

async function untilSeen(edition: Edition, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (!edition.isSeen() && Date.now() < end) await pause(100)
  return edition.isSeen()
}

async function showInDefault(address: string): Promise<void> {
  try {
    await openDefaultBrowser(address)
    sayOpened(
      '没有找到 Edge、Chrome 或其他 Chromium 内核浏览器，已在默认浏览器中打开绩衡。数据保存在该浏览器中，请不要清除它的浏览数据；建议安装 Edge 或 Chrome 后再录入。',
    )
  } catch (error) {
    log.error('default browser did not start', error)
    sayOpened(`没有找到浏览器，请手工打开：\n${address}`)
  }
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

async function fail(words: string): Promise<void> {
  await sayFailed(words)
  process.exit(1)
}

start().catch((error: unknown) => {
  log.error('did not start', error)
  return fail(`绩衡无法启动，数据没有受影响。数据文件夹：${data}\n${error}`)
})
