import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.test\.tsx?$/.test(name) && !/^tests\/(journeys|installers)\//.test(name))

/** What mocks a module or stubs a global needs modules of its own; all others share what a worker has loaded. */
const isAlone = (name: string) => /\bvi\.(mock|stubGlobal)\(/.test(readFileSync(name, 'utf8'))
const alone = tests.filter(isAlone)
const shared = tests.filter((name) => !alone.includes(name))

export default defineConfig({
  test: {
    // A worker waits for its database a fifth of its time: one more than there are cores keeps them busy.
    maxWorkers: availableParallelism() + 1,
    // Passwords are slow to prove by design, on a busy machine several times over.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'shared', include: shared, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
})
