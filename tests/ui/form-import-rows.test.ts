import { describe, expect, it } from 'vitest'
import { choosable, chosenByItself, type FormRow, formRows } from '#ui/form-import-rows'

const form = { id: 'form', name: '公路养护' }

function row(key: string) {
  const item = {
    ...{
      key,
      form,
      way: 'name' as const,
      candidates: [],
      pairs: [],
      problems: [],
      group: 'doubtful' as const,
    },
    found: { file: key, form: { sheet: '', project: '公路养护' } as never }, // only its place and name are looked at
    content: form,
    changes: [{ field: 'summary', label: '总体情况', from: '', to: '好' }],
  }
  const [first] = formRows([item], [])
  if (!first) throw new Error('an item is a row')
  return first satisfies FormRow<typeof item>
}

describe('the list of an import', () => {
  it('names what could not be read, and does not offer it', () => {
    const rows = formRows(
      [],
      [
        { path: '甲/坏 的.xlsx', name: '坏 的.xlsx', error: '“坏 的.xlsx”：文件已损坏。' },
        { path: '好.xlsx', name: '好.xlsx', error: null },
      ],
    )
    expect(rows).toMatchObject([
      { name: '坏 的.xlsx', group: 'blocked', reason: '“坏 的.xlsx”：文件已损坏。', isSelectable: false },
    ])
  })
  it('says what would change, and waits for a person where it is doubtful', () => {
    expect(row('x')).toMatchObject({
      reason: '总体情况：（未填） → 好',
      target: '公路养护',
      isSelectable: true,
    })
    expect([...chosenByItself([row('x'), { key: 'y', group: 'fill' }])]).toEqual(['y'])
  })
  it('of two for one form the one that was added counts', () => {
    const both = [row('x'), row('y')]
    expect([...choosable(both, new Set(['x', 'y']), new Set(['x']))]).toEqual(['y'])
    expect([...choosable(both, new Set(['x', 'y']), new Set(['y']))]).toEqual(['x'])
  })
})
