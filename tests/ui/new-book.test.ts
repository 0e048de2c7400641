import { expect, it } from 'vitest'
import { textsOf } from '#ui/typed-note'
import { offered } from '../../src-renderer/features/home/new-book.ts'

const fields = ['office', 'year', 'person', 'section'] as const

it.each<[string, string | null, object]>([
  ['nothing', null, {}],
  ['no note of ours', '[1', {}],
  ['a note of another shape', '"text"', {}],
  [
    'what was typed, and no more',
    '{"office":"南江县财政局","year":"2026","person":"","password":"secret-8","section":7}',
    { office: '南江县财政局', year: '2026', person: '' },
  ],
])('takes out of a note: %s', (_what, note, typed) => {
  expect(textsOf(note, fields)).toEqual(typed)
})

it('of choices only those that are offered', () => {
  expect(offered({ regionCode: '1', rulesId: 'gone', section: '绩效股' })).toEqual({ section: '绩效股' })
  expect(offered({ regionCode: '511922' })).toEqual({ regionCode: '511922' })
})
