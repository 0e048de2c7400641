import { afterEach, expect, it, vi } from 'vitest'
import { newAides } from '#exchange/aside'

const terminated = vi.fn()

class StandIn {
  terminate() {
    terminated(this)
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
  terminated.mockReset()
})

it.each([
  ['none', []],
  ['the first alone', ['first']],
  ['the second alone, as for a small file with a large table', ['second']],
  ['both, each asked for twice', ['second', 'first', 'first', 'second']],
] as const)('what was started is ended, each once: %s', (_, asked) => {
  vi.stubGlobal('Worker', StandIn)
  const aides = newAides()
  const workers = new Set(asked.map((which) => aides[which]()))
  aides.end()
  expect(new Set(terminated.mock.calls.flat())).toEqual(workers)
  expect(terminated).toHaveBeenCalledTimes(new Set(asked).size)
  aides.end()
  expect(terminated).toHaveBeenCalledTimes(workers.size)
})
