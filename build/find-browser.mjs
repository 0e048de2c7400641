// Finds an installed Chromium-family browser; with --install it gets one where there is none.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'

const shellName = 'chromium-headless-shell'
const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
  'uos-browser',
  'uos-browser-stable',
  'browser360-cn',
  'browser360-cn-stable',
  'qaxbrowser-safe',
  'qaxbrowser-safe-stable',
  'org.deepin.browser',
]
const linuxPaths = [
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/opt/browser360/browser360-cn',
  '/opt/apps/cn.google.chrome/files/google-chrome',
  '/opt/apps/com.360.browser-stable/files/browser360-cn',
  '/opt/apps/com.qianxin.browser-stable/files/qaxbrowser-safe',
]
const windowsPaths = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
  '360\\360ChromeX\\Chrome\\Application\\360ChromeX.exe',
  '360ChromeX\\Chrome\\Application\\360ChromeX.exe',
  'Qaxbrowser\\Qaxbrowser.exe',
]
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a browser that may show the application, or null. CHROME_PATH is taken at its word. */
export function findBrowser() {
  const named = process.env.CHROME_PATH
  if (named) return existsSync(named) ? named : null
  return candidates().find((path) => existsSync(path)) ?? null
}

function candidates() {
  if (process.platform === 'darwin') return macPaths
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name])
    return windowsPaths.flatMap((path) => roots.filter(Boolean).map((root) => join(root, path)))
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...linuxNames.flatMap((name) => folders.map((folder) => join(folder, name))), ...linuxPaths]
}

/** Chromium without windows, as journeys are run: a fifth quicker than the one with them. CHROME_PATH is taken before it. */
export function findShell() {
  if (process.env.CHROME_PATH) return null
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, shellName)).find((path) => existsSync(path)) ?? null
}

/** Quiet and offline; Chromium refuses to run as root with its sandbox. */
export function browserSwitches() {
  return [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-background-mode',
    // What fetches scripts off the page's thread compiles them anew at every start, though their compiled form is kept.
    '--disable-features=Translate,MediaRouter,BackgroundResourceFetch',
    ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

/** A window of its own, without address line, with a profile of its own. */
export function appWindowArguments(address, profile) {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--window-size=1366,768',
    '--lang=zh-CN',
    ...browserSwitches(),
  ]
}

function install() {
  if (findBrowser() !== null) return
  const root = process.getuid?.() === 0
  if (root && existsSync('/etc/debian_version') && run('apt-get', ['update']) && installWithApt()) return
  run('npx', ['playwright', 'install', 'chromium'])
}

function installWithApt() {
  return run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', shellName, 'fonts-noto-cjk'])
}

function run(command, words) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const shell = process.platform === 'win32'
  return spawnSync(command, words, { stdio: 'inherit', env: environment, shell }).status === 0
}

// By name, because this module is also bundled into the browser edition.
if (basename(process.argv[1] ?? '') === 'find-browser.mjs') {
  if (process.argv.includes('--install')) install()
  console.log(findBrowser() ?? '没有找到 Chrome、Edge 或 Chromium；测试将使用 Playwright 自带的浏览器。')
}
