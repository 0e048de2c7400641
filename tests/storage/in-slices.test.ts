import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#storage/database'
import { freshDatabase } from './world.ts'

beforeEach(freshDatabase)

const idOf = (at: number) => `kept-${at}`

describe('records that are read by their ids', () => {
  beforeEach(async () => {
    await db.preferences.bulkPut(Array.from({ length: 1000 }, (_, at) => ({ id: idOf(at), value: at })))
  })

  it.each([0, 1, 199, 200, 201, 400, 401, 1000])(
    '%i of them come in the order they were asked',
    async (count) => {
      const ids = Array.from({ length: count }, (_, at) => idOf((at * 7) % 1000))
      const found = await db.preferences.bulkGet(ids)
      expect(found.map((each) => each?.id)).toEqual(ids)
    },
  )

  it('what is not there keeps its place, in a transaction that goes on afterwards', async () => {
    const ids = Array.from({ length: 600 }, (_, at) => (at % 3 === 0 ? `gone-${at}` : idOf(at)))
    const found = await db.transaction('rw', db.preferences, async () => {
      const read = await db.preferences.bulkGet(ids)
      await db.preferences.put({ id: 'last', value: read.length })
      return read
    })
    expect(found.map((each) => each?.id)).toEqual(ids.map((id) => (id.startsWith('gone') ? undefined : id)))
    expect(await db.preferences.get('last')).toEqual({ id: 'last', value: 600 })
  })
})
