import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { find, rankOf, type SearchThing, searchable, wordsOf } from '#domain/search/search'

function thing(name: string, code: string, initials: string, more: Partial<SearchThing> = {}): SearchThing {
  return { group: 'project', id: name, name, code, initials, note: '', path: `/goals/${name}`, ...more }
}

const things = [
  thing('农村公路日常养护', '51192225R000001', 'ncglrcyh'),
  thing('公路', '0021', 'gl'),
  thing('公路养护站', '0022', 'glyhz'),
  thing('高山蔬菜基地', '00210', 'gsscjd'),
  thing('公路管理局', '119001', 'glglj', { group: 'unit' }),
  thing('看板', 'dashboard', 'kb', { group: 'page' }),
].map(searchable)

const names = (query: string, limit = 8) =>
  find(things, query, () => limit).flatMap((group) => group.things.map(({ name }) => name))

describe('ranking', () => {
  it('puts an exact name or code first, then what begins with the word, then what has it', () => {
    expect(names('公路')).toEqual(['公路', '公路养护站', '农村公路日常养护', '公路管理局'])
    expect(names('0021')).toEqual(['公路', '高山蔬菜基地'])
  })

  it('finds by pinyin initials from the first letter on and, later, within', () => {
    expect(names('gl')).toEqual(['公路', '公路养护站', '农村公路日常养护', '公路管理局'])
    expect(names('glyhz')).toEqual(['公路养护站'])
  })

  it('wants every word of the query', () => {
    expect(names('公路 养护')).toEqual(['公路养护站', '农村公路日常养护'])
    expect(names('公路 蔬菜')).toEqual([])
  })

  it('does not mind width, case and blanks', () => {
    expect(names('　ＤＡＳＨ ')).toEqual(['看板'])
    expect(names(' \u3000')).toEqual([])
  })

  it('counts what it does not give out', () => {
    const [projects] = find(things, '公路', () => 1)
    expect(projects).toMatchObject({ group: 'project', total: 3 })
    expect(projects?.things).toHaveLength(1)
  })

  it('keeps the groups in their order', () => {
    expect(find(things, 'g', () => 8).map(({ group }) => group)).toEqual(['project', 'unit'])
  })
})

const letters = fc.constantFrom(...'公路养护农村水利ab01'.split(''))
const words = (max: number) =>
  fc.array(letters, { minLength: 1, maxLength: max }).map((each) => each.join(''))
const anyThings = fc.array(fc.tuple(words(8), words(5), words(6)), { maxLength: 60 })

describe('properties', () => {
  it('every hit has every word of the query in name, code or initials, and nothing that has them is left out', () => {
    fc.assert(
      fc.property(anyThings, words(3), words(2), (rows, first, second) => {
        const all = rows.map(([name, code, initials], index) =>
          searchable(thing(name, code, initials, { id: String(index) })),
        )
        const query = `${first} ${second}`
        const hits = find(all, query, () => all.length).flatMap((group) => group.things)
        const fits = ({ name, code, initials }: SearchThing) =>
          wordsOf(query).every((word) => [name, code, initials].some((text) => text.includes(word)))
        expect(hits.every(fits)).toBe(true)
        expect(hits).toHaveLength(all.filter((each) => fits(each.thing)).length)
      }),
    )
  })

  it('a smaller limit gives the beginning of what a larger one gives', () => {
    fc.assert(
      fc.property(anyThings, words(2), fc.nat(10), (rows, query, limit) => {
        const all = rows.map(([name, code, initials], index) =>
          searchable(thing(name, code, initials, { id: String(index) })),
        )
        const given = (count: number) => find(all, query, () => count).flatMap((group) => group.things)
        expect(given(limit)).toEqual(given(all.length).slice(0, limit))
        const ranks = given(all.length).map((each) => rankOf(searchable(each), wordsOf(query)) ?? 9)
        expect(ranks).toEqual(ranks.toSorted((left, right) => left - right))
      }),
    )
  })
})
