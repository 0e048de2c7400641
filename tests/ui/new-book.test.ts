import { expect, it } from 'vitest'
import { typedBookOf } from '../../src-renderer/features/home/new-book.ts'

it.each<[string, string | null, object]>([
  ['nothing', null, {}],
  ['no note of ours', '[1', {}],
  ['a note of another shape', '"text"', {}],
  [
    'what was typed, and no more',
    '{"office":"南江县财政局","year":"2026","person":"","password":"secret-8","section":7}',
    { office: '南江县财政局', year: '2026', person: '' },
  ],
  [
    'a choice that is not offered',
    '{"regionCode":"1","rulesId":"gone","section":"绩效股"}',
    { section: '绩效股' },
  ],
  ['a choice', '{"regionCode":"511922"}', { regionCode: '511922' }],
])('takes out of a note: %s', (_what, note, typed) => {
  expect(typedBookOf(note)).toEqual(typed)
})
