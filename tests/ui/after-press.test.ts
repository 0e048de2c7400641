import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { afterPress } from '#ui/after-press'

const page = new EventTarget()
let pressed: object | null = null
const happened: string[] = []

beforeEach(() => {
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', { querySelector: () => pressed })
  happened.length = 0
})
afterEach(() => vi.unstubAllGlobals())

function go(...events: readonly string[]): void {
  for (const event of events) {
    if (event === 'blur') afterPress(() => happened.push('kept'))
    else {
      page.dispatchEvent(new Event(event))
      happened.push(event)
    }
  }
}

describe('what a field hands over as it is left', () => {
  it('is kept at once where nothing is pressed', () => {
    pressed = null
    go('blur', 'click')
    expect(happened).toEqual(['kept', 'click'])
  })

  it('is kept as the mouse goes up, once, before the click it makes', () => {
    pressed = {}
    go('mousedown', 'blur', 'pointerup', 'mouseup', 'click', 'mouseup')
    expect(happened).toEqual(['mousedown', 'pointerup', 'kept', 'mouseup', 'click', 'mouseup'])
  })

  it('is kept before the click of a finger, which is up before the field is left', () => {
    pressed = {}
    go('pointerup', 'mousedown', 'blur', 'mouseup', 'click')
    expect(happened).toEqual(['pointerup', 'mousedown', 'kept', 'mouseup', 'click'])
  })

  it('is kept when the press becomes a drag', () => {
    pressed = {}
    go('mousedown', 'blur', 'pointercancel', 'dragend')
    expect(happened).toEqual(['mousedown', 'kept', 'pointercancel', 'dragend'])
  })
})
