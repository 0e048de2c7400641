import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Goal } from '#domain/goals/goal'
import { db } from '#storage/database'
import { rowsOfBook, stretchesOf } from '#storage/rows-of-book'
import { readPackage } from '../exchange/independent-reader.ts'
import { freshBook } from '../storage/world.ts'
import { forged, insideOf, keysOf } from './exchange-forge.ts'
import { city, county, Machine, noDecisions, rehearsed, writtenGoal } from './exchange-world.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

/** Just as many as are worth splitting. */
const count = 2000
const places = ['', '.2', '.3', '.4'].map((number) => `records/goals${number}.ndjson.gz`)
const [first = '', second = '', third = ''] = places
let [own, above, bookId] = [{} as Machine, {} as Machine, '']
let bytes = new Uint8Array()

async function sampleGoal(): Promise<Goal> {
  const goal = await writtenGoal(bookId)
  await db.goals.delete(goal.id)
  return goal
}

const idAt = (index: number) => `g-${String(index).padStart(5, '0')}`

async function send(): Promise<Uint8Array<ArrayBuffer>> {
  const sent = await own.send({ purpose: 'report', bookId, receiver: above.party })
  return new Uint8Array(sent.bytes)
}

beforeAll(async () => {
  own = await Machine.make(county, async () => {
    bookId = (await freshBook()).book.id
    const goal = await sampleGoal()
    const goals = Array.from({ length: count }, (_, index): Goal => {
      return { ...goal, id: idAt(index), status: 'approved', total: 100 + index }
    })
    await db.goals.bulkAdd(goals)
    await db.goals.add({ ...goal, id: 'other', bookId: 'another-book', status: 'approved' })
  })
  above = await Machine.make(city)
  await own.trusts(above)
  await above.trusts(own)
  bytes = await send()
})

it('the stretches of a large table are the whole of it, and a smaller one stays whole', async () => {
  await own.enter()
  const stretches = await stretchesOf('goals', bookId)
  const begins = [1, 2, 3].map((quarter) => idAt((count * quarter) / 4))
  expect(stretches).toEqual([
    { from: '', before: begins[0] },
    { from: begins[0], before: begins[1] },
    { from: begins[1], before: begins[2] },
    { from: begins[2], before: '' },
  ])
  const ids: string[] = []
  for (const stretch of stretches)
    for await (const batch of rowsOfBook('goals', bookId, stretch)) ids.push(...batch.map(({ id }) => id))
  expect(ids).toEqual(Array.from({ length: count }, (_, index) => idAt(index)))
  const last = await db.goals.get(idAt(count - 1))
  if (!last) throw new Error('the last goal is there')
  await db.goals.delete(last.id)
  expect(await stretchesOf('goals', bookId)).toEqual([{ from: '', before: '' }])
  await db.goals.add(last)
  await own.leave()
})

describe('a large table in several parts', () => {
  it('is read by somebody else, in order, with counts and totals of all', () => {
    const { manifest, parts, records, totals } = readPackage(Buffer.from(bytes))
    expect([...parts.keys()].filter((name) => name.startsWith('records/goals'))).toEqual(places)
    expect(manifest.counts.goals).toBe(count)
    expect(records.get('goals')?.map(({ id }) => id)).toEqual(
      Array.from({ length: count }, (_, index) => idAt(index)),
    )
    expect(totals.目标资金总额).toBe((count * (100 + 100 + count - 1)) / 2)
    expect(manifest.totals.目标资金总额).toBe(totals.目标资金总额)
  })

  it('comes in whole', async () => {
    const rehearsal = await above.rehearse(bytes)
    expect(rehearsal.lines.filter(({ table }) => table === 'goals')).toHaveLength(count)
    expect(rehearsal.hindrances).toEqual([])
  })

  it('is refused with a part missing, a gap, or a line over the border', async () => {
    const keys = await own.on(() => keysOf(own))
    const swap = (change: (parts: Map<string, Uint8Array>) => void) =>
      forged(bytes, keys, ({ parts }) => change(parts))
    const [none, gap, half] = [
      swap((parts) => parts.delete(second)),
      swap((parts) => {
        parts.set('records/goals.5.ndjson.gz', parts.get(third) ?? new Uint8Array())
        parts.delete(third)
      }),
      swap((parts) => parts.set(second, (parts.get(first) ?? new Uint8Array()).slice(0, -20))),
    ]
    await above.on(async () => {
      for (const altered of [none, gap, half])
        await expect(rehearsed(altered, above.dataKey)).rejects.toMatchObject({ code: 'package-altered' })
    })
  })

  it('a part behind the last one is strange', async () => {
    const keys = await own.on(() => keysOf(own))
    const { parts } = insideOf(bytes)
    const behind = forged(bytes, keys, (inside) =>
      inside.parts.set('records/goals.6.ndjson.gz', parts.get(second) ?? new Uint8Array()),
    )
    const { hindrances } = await above.rehearse(behind)
    expect(hindrances.map(({ code }) => code)).toContain('strange')
    await expect(above.take(behind, noDecisions)).rejects.toMatchObject({ code: 'package-stopped' })
  })

  it('a secret goal of one part is not named in another', async () => {
    await own.enter()
    const [early, late] = [await db.goals.get(idAt(1)), await db.goals.get(idAt(count - 1))]
    if (!early || !late) throw new Error('both goals are there')
    await db.goals.put({ ...late, name: '涉密信息化改造', secret: true })
    await own.leave()
    const sent = await send()
    const { records } = readPackage(Buffer.from(sent))
    expect([insideOf(sent).manifest.secrets, records.get('goals')?.length]).toEqual([1, count - 1])
    await own.enter()
    await db.goals.put({ ...early, remarks: '与涉密信息化改造同步实施' })
    await own.leave()
    await expect(send()).rejects.toMatchObject({ code: 'secret-inside' })
  })
})
