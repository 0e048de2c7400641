import { type ChildProcess, fork } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { chanceOf } from '../attacks/chance.ts'
import { soakEnd } from './minutes.ts'

const folder = new URL('../fixtures/forms/', import.meta.url)
const forms = readdirSync(folder)
  .filter((name) => /\.xlsx?$/.test(name))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }))

const fewest = 2000
const mostMilliseconds = 30_000

type Chance = (below: number) => number
type Bytes = Uint8Array<ArrayBuffer>
type Mutate = (bytes: Bytes, chance: Chance) => Bytes

/** What a bad stick, a broken copy or a clumsy program does to bytes. */
const mutations: Readonly<Record<string, Mutate>> = {
  flipped: (bytes, chance) => {
    const copy = bytes.slice()
    for (let times = 1 + chance(20); times > 0; times--) {
      const at = chance(copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << chance(8))
    }
    return copy
  },
  cut: (bytes, chance) => bytes.slice(0, chance(bytes.length)),
  emptied: (bytes, chance) => {
    const copy = bytes.slice()
    const from = chance(copy.length)
    copy.fill(0, from, from + 1 + chance(4096))
    return copy
  },
  doubled: (bytes, chance) => {
    const at = chance(bytes.length)
    const copy = new Uint8Array(at + bytes.length - (at >> 1))
    copy.set(bytes.subarray(0, at))
    copy.set(bytes.subarray(at >> 1), at)
    return copy
  },
}

/** One part of a workbook that is a zip, changed and packed again; others as they are. */
function inside(bytes: Bytes, chance: Chance, mutate: Mutate): Bytes {
  if (bytes[0] !== 0x50) return mutate(bytes, chance)
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  const name = names[chance(names.length)] ?? ''
  parts[name] = mutate(parts[name] ?? new Uint8Array(), chance)
  return zipSync(parts, { level: 1 })
}

/** A reader of its own process: one that dies or hangs costs its file and is replaced, as the application does with its workers. */
class Reader {
  #child: ChildProcess | null = null

  async fateOf(bytes: Uint8Array, name: string): Promise<string> {
    this.#child ??= fork(fileURLToPath(new URL('./workbook-reader.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx', '--max-old-space-size=600'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const child = this.#child
    const fate = await new Promise<string>((resolve) => {
      const timer = setTimeout(() => resolve('gave up: hung'), mostMilliseconds)
      const settle = (said: string) => {
        clearTimeout(timer)
        child.removeAllListeners()
        resolve(said)
      }
      child.once('message', (said) => settle(String(said)))
      child.once('error', ({ message }) => settle(`gave up: ${message}`))
      child.once('exit', (code, signal) => settle(`gave up: ${signal ?? code}`))
      child.send({ bytes, name })
    })
    if (fate.startsWith('gave up')) this.end()
    return fate
  }

  end(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }
}

it('of thousands of damaged workbooks none breaks the reader, and few cost it', async () => {
  const end = soakEnd()
  const reader = new Reader()
  const kinds = Object.entries(mutations)
  const fates = new Map<string, number>()
  const [broken, gaveUp]: [string[], string[]] = [[], []]
  let [tried, slowest] = [0, 0]
  for (; tried < fewest || performance.now() < end; tried++) {
    const chance = chanceOf(tried)
    const form = forms[chance(forms.length)]
    const [kind, mutate] = kinds[chance(kinds.length)] ?? []
    if (!form || !mutate) throw new Error('there are forms and mutations')
    const isInside = chance(2) === 0
    const bytes = isInside ? inside(form.bytes, chance, mutate) : mutate(form.bytes, chance)
    const begin = performance.now()
    const fate = await reader.fateOf(bytes, form.name)
    slowest = Math.max(slowest, performance.now() - begin)
    fates.set(fate, (fates.get(fate) ?? 0) + 1)
    if (fate.startsWith('BROKE')) broken.push(`${tried} ${form.name} ${kind}: ${fate}`)
    if (fate.startsWith('gave up')) gaveUp.push(`${tried} ${form.name} ${kind}`)
  }
  reader.end()
  const figures = { tried, slowest: Math.round(slowest), gaveUp: gaveUp.slice(0, 20) }
  console.warn(JSON.stringify({ ...figures, fates: Object.fromEntries(fates) }))
  expect(broken).toEqual([])
  // What cannot be read is said to be so; a reader that reads nothing proves nothing.
  expect(fates.get('read') ?? 0).toBeGreaterThan(tried / 100)
  expect(gaveUp.length).toBeLessThan(tried / 100)
})
