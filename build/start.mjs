// npm start: Electron where its runtime is or can be fetched, else the browser edition.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const electronFolder = join(root, 'node_modules', 'electron')
const failedFetch = join(root, 'out', 'no-electron')
const fetchLimit = 120_000
const retryAfter = 24 * 60 * 60 * 1000

async function start() {
  if (!ensureBuilt()) {
    console.error('绩衡构建失败，原因见上。')
    process.exitCode = 1
    return
  }
  const { hasBrowserProfile } = await import(pathToFileURL(join(root, 'out', 'main', 'folders.js')).href)
  const refusal = whyNoElectron(hasBrowserProfile(process.env))
  if (refusal === null) return startElectron()
  console.log(`${refusal}，启动浏览器版。`)
  await import(pathToFileURL(join(root, 'out', 'main', 'browser.js')).href)
}

/** One reason in words, or null when Electron can start. Fetches the runtime when it is missing. */
function whyNoElectron(usedBrowser) {
  if (process.env.JIHENG_EDITION === 'browser') return '已指定浏览器版'
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return '本机没有图形界面'
  }
  if (electronPath() !== null) return null
  // The two editions keep their data under different origins: never move a user silently from one to the other.
  if (usedBrowser) return '没有 Electron 运行环境，本机已有浏览器版的数据'
  if (!nodeCanFetch()) return `没有 Electron 运行环境（获取它需要 Node 22.12 以上，当前 ${process.version}）`
  if (existsSync(failedFetch) && Date.now() - statSync(failedFetch).mtimeMs < retryAfter) {
    return '没有 Electron 运行环境（今天已试过获取，未成功）'
  }
  console.log('正在获取 Electron 运行环境（最多两分钟）……')
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: fetchLimit,
  })
  if (electronPath() !== null) return null
  writeFileSync(failedFetch, '')
  return '获取不到 Electron 运行环境'
}

function electronPath() {
  const named = join(electronFolder, 'path.txt')
  const name = existsSync(named) ? readFileSync(named, 'utf8') : 'electron'
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder, 'dist')
  return existsSync(join(folder, name)) ? join(folder, name) : null
}

function nodeCanFetch() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 12)
}

function startElectron() {
  // Chromium refuses to run as root with its sandbox.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const child = spawn(electronPath(), [...(asRoot ? ['--no-sandbox'] : []), root], { stdio: 'inherit' })
  child.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

await start()
