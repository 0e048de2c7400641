import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { defineConfig } from 'vitest/config'

const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => join('tests', name))
  .filter((path) => /\.test\.tsx?$/.test(path))

const exchangesModules = /\bvi\.(mock|stubGlobal)\(|\bObject\.assign\(globalThis\b/
const ownImports = /(?:from|import) '(\.[^']+\.tsx?)'/g

/** Whether a test, or a file of tests that it imports, puts another module or global in place of one that is loaded. */
function isAlone(path: string, seen = new Set<string>()): boolean {
  // A line of source within a test's text may name a file that is not there.
  if (!path.startsWith('tests') || seen.has(path) || !existsSync(path)) return false
  seen.add(path)
  const text = readFileSync(path, 'utf8')
  if (exchangesModules.test(text)) return true
  return [...text.matchAll(ownImports)].some(([, name = '']) => isAlone(join(dirname(path), name), seen))
}

const alone = tests.filter((path) => isAlone(path))
const shared = tests.filter((path) => !alone.includes(path))

export default defineConfig({
  test: {
    // A worker waits for its database a fifth of its time: one more than there are cores keeps them busy.
    maxWorkers: availableParallelism() + 1,
    // Passwords are slow to prove by design, on a busy machine several times over.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: 'tests/setup.ts',
    projects: [
      // As the pages of one window do, they share what a worker has loaded.
      { extends: true, test: { name: 'shared', include: shared, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
})
