import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { defineConfig } from 'vitest/config'

const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => join('tests', name))
  .filter((path) => /\.test\.tsx?$/.test(path))

/** The group of the tests that put something of their own in place of what is loaded. */
const alone = 'alone'
const exchanges = /\bvi\.(?:mock|stubGlobal)\(|\bObject\.assign\(globalThis\b/g
/** Another module for a whole one: the same for every test that says so. */
const standIns = /\bvi\.mock\('[^']+', \(\) => import\('([^']+)'\)\)/g
const ownImports = /(?:from|import) '(\.[^']+\.tsx?)'/g

/** What a test, with the files of tests that it imports, puts in place of modules and globals that are loaded. */
function exchanged(path: string, seen = new Set<string>()): string[] {
  // A line of source within a test's text may name a file that is not there.
  if (!path.startsWith('tests') || seen.has(path) || !existsSync(path)) return []
  seen.add(path)
  const text = readFileSync(path, 'utf8')
  const whole = [...text.matchAll(standIns)].map(([, by = '']) => basename(by, '.ts'))
  const all = [...text.matchAll(exchanges)].length > whole.length ? [...whole, alone] : whole
  const imported = [...text.matchAll(ownImports)].map(([, name = '']) => join(dirname(path), name))
  return [...all, ...imported.flatMap((file) => exchanged(file, seen))]
}

function groupOf(path: string): string {
  const names = [...new Set(exchanged(path))].sort()
  return names.includes(alone) ? alone : names.join(' ') || 'shared'
}

const groups = [...new Set(tests.map(groupOf))].map((name) => ({
  name,
  include: tests.filter((path) => groupOf(path) === name),
}))

export default defineConfig({
  test: {
    // A worker waits for its database a fifth of its time: one more than there are cores keeps them busy.
    maxWorkers: availableParallelism() + 1,
    // Databases in memory make much that soon is garbage: with the room of a page, a fifth of the time went to it.
    execArgv: ['--max-semi-space-size=128'],
    // Passwords are slow to prove by design, on a busy machine several times over.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: 'tests/setup.ts',
    // As the pages of one window do, tests that exchange the same modules share what a worker has loaded.
    projects: groups.map(({ name, include }) => ({
      extends: true,
      test: { name, include, isolate: name === alone },
    })),
  },
})
