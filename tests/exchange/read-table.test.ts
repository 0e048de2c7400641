import { gzipSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { shippedCalendars } from '#domain/calendar'
import { type Batch, checkedPiece, type ReadPiece, readTable } from '#exchange/read-table'

const calendar = (id: string) => ({ ...shippedCalendars[0], id, changedAt: '2026-01-05T01:00:00.000Z' })
const textOf = (records: readonly object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('')
const [first, second] = [[calendar('2024'), calendar('2025')], [{ id: 'x', name: '不是日历' }]] as const
const pieces = [first, second].map((records) => gzipSync(strToU8(textOf(records))))
const stated = { count: 3, unpacked: strToU8(textOf([...first, ...second])).length }

/** A reader beside the window: the first piece takes longer than the second. */
const slowly: ReadPiece = async (given, take) => {
  const batches: Batch[] = []
  for await (const batch of checkedPiece(given)) batches.push(batch)
  const isFirst = batches.some(({ count }) => count === first.length)
  for (let turn = 0; turn < (isFirst ? 50 : 1); turn++) await Promise.resolve()
  for (const batch of batches) take(batch)
}

describe.each([
  ['here', []],
  ['here and by a reader', [slowly]],
])('pieces read %s', (_, readers) => {
  it('come in their order, and what the schema does not know is named', async () => {
    const heard: number[] = []
    const watch = { onProgress: (more: number) => void heard.push(more) }
    const read = await readTable('calendars', pieces, stated, watch, readers)
    expect(read.valid.map(({ id }) => id)).toEqual(first.map(({ id }) => id))
    expect(read.faulty).toEqual([{ id: 'x', name: '不是日历' }])
    expect(heard.reduce((sum, more) => sum + more, 0)).toBe(3)
  })

  it.each([
    ['a record more', { ...stated, count: 2 }],
    ['a record less', { ...stated, count: 4 }],
    ['a byte more', { ...stated, unpacked: stated.unpacked - 1 }],
    ['a byte less', { ...stated, unpacked: stated.unpacked + 1 }],
  ])('are refused with %s than stated', async (_case, said) => {
    await expect(readTable('calendars', pieces, said, {}, readers)).rejects.toMatchObject({
      code: 'package-altered',
    })
  })

  it('are refused where one ends within a line', async () => {
    const text = textOf([...first, ...second])
    const cut = text.indexOf('\n') + 5
    const torn = [text.slice(0, cut), text.slice(cut)].map((part) => gzipSync(strToU8(part)))
    await expect(readTable('calendars', torn, stated, {}, readers)).rejects.toMatchObject({
      code: 'package-altered',
    })
  })
})
