import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { quietFor } from '../../src-renderer/app/quiet.ts'
import { idleWatch } from '../../src-renderer/app/touch.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', new EventTarget())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('rests only after nobody has touched anything for the whole time, each touch begins it anew', async () => {
  let isQuiet = false
  void quietFor(4000).then(() => {
    isQuiet = true
  })
  for (const sign of ['pointerdown', 'keydown', 'wheel', 'hashchange']) {
    await vi.advanceTimersByTimeAsync(3999)
    expect(isQuiet).toBe(false)
    window.dispatchEvent(new Event(sign))
  }
  await vi.advanceTimersByTimeAsync(3999)
  expect(isQuiet).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(isQuiet).toBe(true)
})

it('an idle watch counts from the last touch, and going to another page is none', async () => {
  const { idle, end } = idleWatch()
  await vi.advanceTimersByTimeAsync(3000)
  window.dispatchEvent(new Event('hashchange'))
  expect(idle()).toBe(3000)
  window.dispatchEvent(new Event('keydown'))
  await vi.advanceTimersByTimeAsync(500)
  expect(idle()).toBe(500)
  end()
  window.dispatchEvent(new Event('keydown'))
  expect(idle()).toBe(500)
})
