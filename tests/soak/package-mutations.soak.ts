import { expect, it, vi } from 'vitest'
import { attack, digestOfStore, siegeOf } from '../attacks/package-siege.ts'
import { soakEnd } from './minutes.ts'

vi.mock('#desktop', () => import('../actions/machine-desktop.ts'))

const fewest = 2000
const mostMemory = 600 * 1024 * 1024
/** No mutant may take longer: a package that hangs is a package that stops the office. */
const mostMilliseconds = 30_000

it('of thousands of mutated packages none is taken, none breaks, hangs or fills the memory', async () => {
  const siege = await siegeOf()
  await siege.bureau.enter()
  const [before, files] = [await digestOfStore(), siege.bureau.disk.files.size]
  const end = soakEnd()
  const fates = new Map<string, number>()
  const taken: string[] = []
  let [tried, slowest, memory] = [0, 0, 0]
  for (; tried < fewest || performance.now() < end; tried++) {
    const begin = performance.now()
    const { kind, fate } = await attack(tried, siege)
    slowest = Math.max(slowest, performance.now() - begin)
    memory = Math.max(memory, process.memoryUsage().rss)
    fates.set(fate, (fates.get(fate) ?? 0) + 1)
    if (fate.startsWith('TAKEN')) taken.push(`${tried} ${kind}`)
    if (tried % 500 === 0) expect([tried, await digestOfStore()]).toEqual([tried, before])
  }
  const figures = { tried, slowest: Math.round(slowest), megabytes: Math.round(memory / 2 ** 20) }
  console.warn(JSON.stringify({ ...figures, fates: Object.fromEntries(fates) }))
  expect(taken).toEqual([])
  expect([await digestOfStore(), siege.bureau.disk.files.size]).toEqual([before, files])
  expect(slowest).toBeLessThan(mostMilliseconds)
  expect(memory).toBeLessThan(mostMemory)
})
