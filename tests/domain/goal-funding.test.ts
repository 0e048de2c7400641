import { describe, expect, test } from 'vitest'
import { withPart, withTotal } from '#domain/goals/funding'

const none = { total: null, funding: [], book: 'general' as const }
const local = (amount: number) => ({ source: 'general-local' as const, amount })
const upper = (amount: number) => ({ source: 'general-upper' as const, amount })

describe('withTotal', () => {
  test('stands at the usual source of the budget while nothing is split', () => {
    expect(withTotal(none, 500)).toEqual({ total: 500, funding: [local(500)] })
    expect(withTotal({ ...none, book: 'fund' }, 500).funding).toEqual([{ source: 'fund-local', amount: 500 }])
    expect(withTotal({ ...none, book: 'insurance' }, 0).funding).toEqual([{ source: 'insurance', amount: 0 }])
  })

  test('is followed by the one source that carried the whole of it, whichever it is', () => {
    expect(withTotal({ ...none, total: 500, funding: [upper(500)] }, 400)).toEqual({
      ...{ total: 400, funding: [upper(400)] },
    })
    expect(withTotal({ ...none, total: 500, funding: [local(500)] }, null)).toEqual({
      ...{ total: null, funding: [] },
    })
  })

  test('leaves what was split, and one source that says something else', () => {
    const split = [upper(200), local(300)]
    expect(withTotal({ ...none, total: 500, funding: split }, 400)).toEqual({ total: 400, funding: split })
    expect(withTotal({ ...none, total: 500, funding: [local(499)] }, 400).funding).toEqual([local(499)])
  })
})

describe('withPart', () => {
  test('writes a total that nobody has written, and no other', () => {
    expect(withPart(none, 'general-local', 300)).toEqual({ total: 300, funding: [local(300)] })
    expect(withPart({ total: 500, funding: [local(500)] }, 'general-upper', 200)).toEqual({
      ...{ total: 500, funding: [upper(200), local(500)] },
    })
  })

  test('keeps the order of the form, and takes an emptied source away', () => {
    const both = withPart({ total: 500, funding: [local(300)] }, 'general-upper', 200)
    expect(both.funding).toEqual([upper(200), local(300)])
    expect(withPart(both, 'general-local', null)).toEqual({ total: 500, funding: [upper(200)] })
    expect(withPart({ total: null, funding: [] }, 'unit', null)).toEqual({ total: null, funding: [] })
  })
})
