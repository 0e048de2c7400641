// Builds the application when the built one is missing or older than its sources.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'out', 'built')
const sources = [
  ...['src-main', 'src-renderer', 'build/find-browser.mjs', 'build/third-party.mjs', 'build/screenshots'],
  ...['electron.config.ts', 'package.json', 'CHANGELOG.md'],
]

/** Returns false when the build failed; what went wrong has been printed by then. */
export function ensureBuilt() {
  if (isFresh()) return true
  console.log('正在构建绩衡……')
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const started = new Date()
  const words = [tool, 'build', '--config', 'electron.config.ts', '--logLevel', 'warn']
  const result = spawnSync(process.execPath, words, {
    cwd: root,
    stdio: 'inherit',
  })
  if (result.status !== 0) return false
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, '')
  // What was saved while the build ran may not be in it.
  utimesSync(stamp, started, started)
  return true
}

function isFresh() {
  const entries = [
    'out/main/browser.js',
    'out/main/launch.js',
    'out/main/index.js',
    'out/renderer/index.html',
  ]
  if (!existsSync(stamp) || entries.some((entry) => !existsSync(join(root, entry)))) return false
  const built = statSync(stamp).mtimeMs
  return sources.every((source) => newest(join(root, source)) < built)
}

function newest(path) {
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

// `npm run build`
function build() {
  if (!ensureBuilt()) throw new Error('构建失败')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build()
