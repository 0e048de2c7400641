import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absent, type Choice, isSame, merge } from '#domain/exchange/merge'

type Fields = Record<string, unknown>
type Thing = { id: string; text: string; weight: number | null }
type Step = { at: string; step: string }
type Form = {
  id: string
  name: string
  total: number | null
  codes: string[]
  funds: Fields
  items: Thing[]
  trail: Step[]
}

const word = fc.constantFrom('', '甲', '乙', '丙', '丁')
const amount = fc.option(fc.integer({ min: 0, max: 3 }))
const name = fc.constantFrom('central', 'local', 'constructor', '__proto__', 'toString', 'a.b')
const fields = fc
  .uniqueArray(fc.tuple(name, amount), { selector: ([key]) => key, maxLength: 4 })
  .map((pairs) => Object.fromEntries(pairs) as Fields)
const thing = (id: string) => fc.record({ id: fc.constant(id), text: word, weight: amount })
const things = fc
  .shuffledSubarray(['i1', 'i2', 'i3', 'i4', 'i5'])
  .chain((ids) => fc.tuple(...ids.map(thing)) as fc.Arbitrary<Thing[]>)
const moment = fc.integer({ min: 1, max: 4 }).map((day) => `2026-03-0${day}T08:00:00.000Z`)
const trail = fc
  .uniqueArray(fc.record({ at: moment, step: fc.constantFrom('submit', 'return', 'approve') }), {
    selector: ({ at, step }) => `${at}${step}`,
    maxLength: 4,
  })
  .map((steps) =>
    steps.sort((left, right) => (`${left.at}${left.step}` < `${right.at}${right.step}` ? -1 : 1)),
  )
const form: fc.Arbitrary<Form> = fc.record({
  id: fc.constant('g1'),
  name: word,
  total: amount,
  codes: fc.array(word, { maxLength: 2 }),
  funds: fields,
  items: things,
  trail,
})
/** A base with two versions that came from it, most of their fields untouched. */
const family = fc
  .tuple(form, form, form, fc.array(fc.constantFrom(0, 1, 2, 3), { minLength: 6, maxLength: 6 }))
  .map(([base, one, two, whose]) => {
    const keys = ['name', 'total', 'codes', 'funds', 'items', 'trail'] as const
    const side = (from: Form, bit: number) =>
      ({
        ...base,
        ...Object.fromEntries(
          keys.flatMap((key, index) => ((whose[index] ?? 0) & bit ? [[key, from[key]]] : [])),
        ),
      }) as Form
    return { base, ours: side(one, 1), theirs: side(two, 2) }
  })

const always = (choice: Choice) => () => choice
const runs = { numRuns: 300 }

/** Every leaf of a form by its path, as the merge names paths. */
function leaves(value: unknown, path = ''): Map<string, unknown> {
  const found = new Map<string, unknown>()
  const into = (key: string, inner: unknown) => {
    for (const [at, leaf] of leaves(inner, path === '' ? key : `${path}.${key}`)) found.set(at, leaf)
  }
  if (Array.isArray(value) && path === 'items') for (const item of value as Thing[]) into(item.id, item)
  else if (typeof value === 'object' && value !== null && !Array.isArray(value))
    for (const [key, inner] of Object.entries(value)) into(key, inner)
  else found.set(path, value)
  return found
}

function inOrder(value: unknown): unknown {
  const { items, ...rest } = value as Form // merging forms gives one
  return { ...rest, items: items.toSorted((left, right) => (left.id < right.id ? -1 : 1)) }
}

describe('a merge', () => {
  it('of the same twice is the same, and what one side alone changed is taken', () => {
    fc.assert(
      fc.property(form, form, (base, side) => {
        for (const origin of [base, absent])
          expect(merge({ base: origin, ours: side, theirs: side })).toEqual({ value: side, conflicts: [] })
        expect(merge({ base, ours: base, theirs: side })).toEqual({ value: side, conflicts: [] })
        expect(merge({ base, ours: side, theirs: base })).toEqual({ value: side, conflicts: [] })
      }),
      runs,
    )
  })

  it('says the same from either side, except that every conflict is turned about', () => {
    fc.assert(
      fc.property(family, fc.boolean(), ({ base: known, ours, theirs }, isKnown) => {
        const base = isKnown ? known : absent
        const here = merge({ base, ours, theirs }, always('ours'))
        const there = merge({ base, ours: theirs, theirs: ours }, always('theirs'))
        expect(here.value).toEqual(there.value)
        const turned = there.conflicts.map((each) => ({ ...each, ours: each.theirs, theirs: each.ours }))
        const byPath = (left: { path: string }, right: { path: string }) => (left.path < right.path ? -1 : 1)
        expect(here.conflicts.toSorted(byPath)).toEqual(turned.toSorted(byPath))
      }),
      runs,
    )
  })

  it('twice equals once: what came in changes nothing when it comes again', () => {
    fc.assert(
      fc.property(family, fc.constantFrom<Choice>('ours', 'theirs'), ({ base, ours, theirs }, choice) => {
        const once = merge({ base, ours, theirs }, always(choice)).value
        // From now on their version is what both know.
        expect(merge({ base: theirs, ours: once, theirs })).toEqual({ value: once, conflicts: [] })
        const again = merge({ base, ours: once, theirs }, always(choice)).value
        // Where both moved the things of a list about, their order may be another.
        expect(isSame(inOrder(again), inOrder(once))).toBe(true)
      }),
      runs,
    )
  })

  it('lists exactly the fields that both sides changed differently', () => {
    fc.assert(
      fc.property(form, word, word, amount, amount, (base, one, two, some, other) => {
        const [ours, theirs] = [
          { ...base, name: one, total: some },
          { ...base, name: two, total: other },
        ]
        const expected = (['name', 'total'] as const).filter(
          (key) => ours[key] !== base[key] && theirs[key] !== base[key] && ours[key] !== theirs[key],
        )
        expect(merge({ base, ours, theirs }).conflicts.map(({ path }) => path)).toEqual(expected)
      }),
      runs,
    )
  })

  it('keeps the edits of both sides where they do not overlap, down to fields of things in lists', () => {
    fc.assert(
      fc.property(things, fc.nat(), fc.nat(), (items, first, second) => {
        fc.pre(items.length > 0)
        const base = { id: 'g1', items }
        const edited = (at: number, change: Partial<Thing>) => ({
          ...base,
          items: items.map((item, index) => (index === at % items.length ? { ...item, ...change } : item)),
        })
        const ours = edited(first, { text: '我方改过' })
        const theirs = edited(second, { weight: 77 })
        const { value, conflicts } = merge({ base, ours, theirs })
        const merged = (value as typeof base).items
        expect(conflicts).toEqual([])
        expect(merged[first % items.length]?.text).toBe('我方改过')
        expect(merged[second % items.length]?.weight).toBe(77)
      }),
      runs,
    )
  })

  it('loses nothing that no side deleted, and takes nothing away where the sides never met', () => {
    fc.assert(
      fc.property(family, fc.boolean(), ({ base, ours, theirs }, isKnown) => {
        const { value } = merge({ base: isKnown ? base : absent, ours, theirs })
        const has = (side: unknown) => new Set(leaves(side).keys())
        const [before, mine, other, after] = [has(base), has(ours), has(theirs), has(value)]
        for (const path of new Set([...mine, ...other])) {
          const isTakenOut = isKnown && before.has(path) && !(mine.has(path) && other.has(path))
          if (!isTakenOut) expect([path, after.has(path)]).toEqual([path, true])
        }
        const steps = (value as Form).trail.map(({ at, step }) => `${at} ${step}`)
        if (!isKnown)
          for (const { at, step } of [...ours.trail, ...theirs.trail])
            expect(steps).toContain(`${at} ${step}`)
      }),
      runs,
    )
  })

  it('of a trail lets go what either side took back, so that coming again changes nothing', () => {
    const [first, second, third] = ['submit', 'return', 'approve'].map((step, at) => ({
      at: `2026-03-0${at + 1}T08:00:00.000Z`,
      step,
    }))
    const base = [first, second]
    const once = merge({ base, ours: [second], theirs: [first] })
    expect(once).toEqual({ value: [], conflicts: [] })
    expect(merge({ base, ours: once.value, theirs: [first] }).value).toEqual([])
    expect(merge({ base, ours: [first], theirs: [first, second, third] }).value).toEqual([first, third])
    expect(merge({ base: absent, ours: [first], theirs: [second] }).value).toEqual([first, second])
  })

  it('of a trail keeps both ends once, in the order of time, alike on both machines', () => {
    fc.assert(
      fc.property(trail, trail, trail, (base, one, two) => {
        const [ours, theirs] = [
          [...base, ...one],
          [...base, ...two],
        ]
        fc.pre(!isSame(ours, theirs) && one.length > 0 && two.length > 0)
        const merged = merge({ base, ours, theirs }).value as Step[]
        expect(merged).toEqual(merge({ base, ours: theirs, theirs: ours }).value)
        expect(merged.map(({ at }) => at)).toEqual(merged.map(({ at }) => at).toSorted())
        const texts = merged.map((step) => JSON.stringify(step))
        expect(new Set(texts).size).toBe(texts.length)
      }),
      runs,
    )
  })
})

describe('lists of things', () => {
  const item = (id: string, text = '') => ({ id, text })
  const at = (base: unknown, ours: unknown, theirs: unknown, choice: Choice = 'ours') =>
    merge({ base, ours, theirs }, always(choice))

  it('go in the order of the side that moved them; what each side added follows what it followed there', () => {
    const [a, b, c] = [item('a'), item('b'), item('c')]
    expect(at([a, b, c], [c, a, b], [a, item('b', '改'), c]).value).toEqual([c, a, item('b', '改')])
    const [x, y] = [item('x'), item('y')]
    expect(at([a, b], [a, y, b], [a, x, b]).value).toEqual([a, x, y, b])
    expect(at([a, b], [a, x, b], [a, y, b]).value).toEqual([a, x, y, b])
    expect(at([a], [x, a], [a, y]).value).toEqual([x, a, y])
  })

  it('lose what one side took out, unless the other changed it meanwhile: that is shown', () => {
    const [a, b] = [item('a'), item('b')]
    expect(at([a, b], [a], [a, b, item('c')])).toEqual({ value: [a, item('c')], conflicts: [] })
    const changed = item('b', '改')
    const { value, conflicts } = at([a, b], [a], [a, changed])
    expect(conflicts).toEqual([{ path: 'b', base: b, ours: absent, theirs: changed }])
    expect(value).toEqual([a])
    expect(at([a, b], [a], [a, changed], 'theirs').value).toEqual([a, changed])
  })

  it('with the same id twice are one value', () => {
    const twice = [item('a'), item('a', '二')]
    expect(at([], twice, [item('a')]).conflicts).toEqual([
      { path: '', base: [], ours: twice, theirs: [item('a')] },
    ])
  })
})

describe('names that every object inherits', () => {
  it('are fields like others: what one side has not is not there', () => {
    const theirs = Object.fromEntries([
      ['constructor', 1],
      ['__proto__', { polluted: true }],
    ])
    const { value, conflicts } = merge({ base: {}, ours: { a: 1 }, theirs: { ...theirs, b: 2 } })
    expect(conflicts).toEqual([])
    expect(Object.keys(value as Fields).sort()).toEqual(['__proto__', 'a', 'b', 'constructor'])
    expect(isSame({ constructor: Object }, {})).toBe(false)
    expect(isSame({}, JSON.parse('{"__proto__":{"a":1}}'))).toBe(false)
    expect(({} as Fields).polluted).toBeUndefined()
  })
})

describe('who changed a record last', () => {
  it('is the one of the later time, whatever the names', () => {
    const [earlier, later] = [
      { changedAt: '2026-03-01T08:00:00.000Z', changedBy: '周', revision: 5, x: 1 },
      { changedAt: '2026-03-02T08:00:00.000Z', changedBy: '安', revision: 3, x: 2 },
    ]
    for (const [ours, theirs] of [
      [earlier, later],
      [later, earlier],
    ])
      expect(merge({ base: absent, ours, theirs }).value).toMatchObject({
        ...{ changedAt: later?.changedAt, changedBy: '安', revision: 5 },
      })
  })
})
