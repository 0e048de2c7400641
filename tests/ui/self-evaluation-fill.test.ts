import { expect, it } from 'vitest'
import { rulesById } from '#domain/year-rules'
import { entryKeys } from '../../src-renderer/features/self-evaluation/entry-rows.ts'
import {
  entriesIn,
  formsByLabel,
  rowsOfEntries,
  rowsOfTexts,
  sameEntries,
  settleRow,
  textsIn,
} from '../../src-renderer/features/self-evaluation/fill-rows.ts'
import { filledForm, openedForm } from '../domain/evaluation/sample.ts'

const pack = rulesById('frame-2015')
const one = filledForm()
const other = { ...openedForm(), id: 's2' }
/** The project stands before the columns of one form. */
const column = (key: (typeof entryKeys)[number]) => entryKeys.indexOf(key) + 1

it('gives every form back as it was shown', () => {
  const rows = rowsOfEntries(formsByLabel([one, other]), pack)
  expect(rows).toHaveLength(one.entries.length + other.entries.length)
  for (const form of [one, other]) expect(sameEntries(entriesIn(form, rows), form.entries)).toBe(true)
})

it('what is written in a row reaches its own form alone, though both have the same name', () => {
  const labels = formsByLabel([one, other])
  expect([...labels.keys()]).toEqual([one.name, `${one.name}（2）`])
  const rows = rowsOfEntries(labels, pack)
  const at = rows.findIndex(({ id }) => id.startsWith('s2/'))
  const row = rows[at]
  if (!row) throw new Error('the second form has rows')
  const written = rows.with(at, { ...row, cells: row.cells.with(column('actual'), '60') })
  expect(sameEntries(entriesIn(one, written), one.entries)).toBe(true)
  expect(entriesIn(other, written)[0]?.actual).toBe('60')
})

it('works out the score of a row under the rules of its form', () => {
  const labels = formsByLabel([one])
  const row = rowsOfEntries(labels, pack)[0]
  if (!row) throw new Error('there is a row')
  const settled = settleRow(row.cells.with(column('actual'), ' 60 '), [column('actual')], labels, pack)
  expect(settled[column('actual')]).toBe('60')
  expect(settled[column('auto')]).not.toBe(row.cells[column('auto')])
  expect(settleRow(['没有这个项目'], [], labels, pack)).toEqual(['没有这个项目'])
})

it('keeps of the texts only what is written otherwise', () => {
  const rows = rowsOfTexts(formsByLabel([one]), pack)
  expect(textsIn(one, rows)).toEqual({})
  const [row] = rows
  if (!row) throw new Error('there is a row')
  const written = { ...row, cells: row.cells.with(4, '全部完成').with(7, '无') }
  expect(textsIn(one, [written])).toEqual({ completion: '全部完成', problems: '无' })
  expect(textsIn(other, [written])).toEqual({})
})
