import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeBlock, encodeBlock } from '../../src-renderer/ui/sheet-clipboard.ts'

it('reads what Excel copies: quoted line breaks and doubled quotes stay in their cell', () => {
  expect(decodeBlock('数量指标\t"修缮校舍\n（含附属）"\t≥95％\r\n质量指标\t"说""优良"""\t100%\r\n')).toEqual([
    ['数量指标', '修缮校舍\n（含附属）', '≥95％'],
    ['质量指标', '说"优良"', '100%'],
  ])
})

it('takes a quote inside a text for a quote', () => {
  expect(decodeBlock('"半截\t5" 管')).toEqual([['"半截', '5" 管']])
  expect(decodeBlock('"甲"乙\t丙')).toEqual([['"甲"乙', '丙']])
})

it('makes ragged rows equally wide and keeps blank rows inside', () => {
  expect(decodeBlock('a\n\nb\tc')).toEqual([
    ['a', ''],
    ['', ''],
    ['b', 'c'],
  ])
})

it('reads back every block it writes', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', 'a', '"', '\t', '\n', ' ', '') })
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    )
    // A last row that is one blank cell cannot be told from the end of the row before it.
    .filter((rows) => rows.length === 1 || rows.at(-1)?.join('') !== '' || (rows[0]?.length ?? 0) > 1)
  fc.assert(
    fc.property(block, (rows) => {
      expect(decodeBlock(encodeBlock(rows))).toEqual(rows)
    }),
  )
})
