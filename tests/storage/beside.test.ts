import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { answerBeside, type Made, workedBeside } from '#storage/beside'
import { freshDatabase } from './world.ts'

/** Both sides of a worker within one thread. */
class Pair extends EventTarget {
  readonly scope = new EventTarget()
  isEnded = false

  postMessage(data: unknown): void {
    this.scope.dispatchEvent(new MessageEvent('message', { data }))
  }

  terminate(): void {
    this.isEnded = true
  }
}

let pair = new Pair()

beforeEach(async () => {
  await freshDatabase()
  pair = new Pair()
  vi.stubGlobal('addEventListener', pair.scope.addEventListener.bind(pair.scope))
  vi.stubGlobal('postMessage', (data: unknown) => pair.dispatchEvent(new MessageEvent('message', { data })))
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => vi.unstubAllGlobals())

function asked(count: number): Promise<Made<number, string> | null> {
  return workedBeside<number, string>(pair as unknown as Worker, count, 'it failed') // all of a worker that is used
}

function counted(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
}

it('hands over lines in their order, and the rest with the last of them', async () => {
  answerBeside(async (count: number) => ({ lines: counted(count), rest: 'all' }))
  expect(await asked(1234)).toEqual({ lines: counted(1234), rest: 'all' })
  expect(pair.isEnded).toBe(true)
})

it('comes to nothing where the work fails, and says why', async () => {
  answerBeside(async () => {
    throw new Error('the disk is full')
  })
  expect(await asked(1)).toBeNull()
  expect(console.warn).toHaveBeenCalledWith('it failed', 'Error: the disk is full')
  expect(pair.isEnded).toBe(true)
})

it('comes to nothing where the worker does not start', async () => {
  const answer = asked(1)
  pair.dispatchEvent(Object.assign(new Event('error'), { message: '' }))
  expect(await answer).toBeNull()
  expect(console.warn).toHaveBeenCalledWith('it failed', 'it did not start')
})
