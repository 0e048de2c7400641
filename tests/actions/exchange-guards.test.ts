import { beforeEach, describe, expect, it, vi } from 'vitest'
import { applyPackage } from '#actions/apply-package'
import { allowPackage, holdPackage, refusePackage } from '#actions/decide-package'
import { markPackage } from '#actions/mark-package'
import { takeReceipt } from '#actions/take-receipt'
import { undoPackage } from '#actions/undo-package'
import { newKeyPair } from '#exchange/national-crypto'
import { inspectPackage } from '#exchange/package'
import { db } from '#storage/database'
import { acting } from '../storage/world.ts'
import { forged, insideOf, keysOf, putRecords } from './exchange-forge.ts'
import {
  county,
  countyDuty,
  Machine,
  noDecisions,
  pairOfMachines,
  rehearsed,
  school,
  submittedGoal,
  unitDuty,
} from './exchange-world.ts'
import { makePackage } from './make-package.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

let [bureau, unit, bookId, goalId] = [{} as Machine, {} as Machine, '', '']

const up = () => unit.send({ purpose: 'report', bookId, receiver: bureau.party })
const down = () => bureau.send({ purpose: 'decision', bookId, receiver: unit.party })
const stops = async (bytes: Uint8Array) =>
  (await bureau.rehearse(bytes)).hindrances.map(({ code, severity }) => `${severity} ${code}`)

beforeEach(async () => {
  ;({ bureau, unit, bookId } = await pairOfMachines())
  await bureau.gives(unit, 'parameters', bookId)
  goalId = await unit.on(() => submittedGoal(bookId))
})

describe('a sender that is trusted', () => {
  it('is so only as what its card says: not as another unit, nor as a bureau', async () => {
    const { bytes } = await up()
    const keys = await keysOf(unit)
    for (const claim of [{ unitCode: '205001' }, { level: 'city', unitCode: '' }, { regionCode: '' }]) {
      const forgery = forged(bytes, keys, ({ manifest }) => Object.assign(manifest.sender, claim))
      const found = await bureau.rehearse(forgery).catch((error) => error)
      if ('code' in found) expect(found.code).toBe('wrong-purpose')
      else expect([claim, found.trust]).toEqual([claim, 'mismatch'])
      await expect(bureau.take(forgery)).rejects.toMatchObject({
        code: expect.stringMatching(/package-untrusted|package-stopped|wrong-purpose/),
      })
    }
  })

  it('brings no whole book, no table that it may not, and nothing without a unit', async () => {
    const { bytes } = await up()
    const keys = await keysOf(unit)
    const handover = forged(bytes, keys, ({ manifest }) => Object.assign(manifest, { purpose: 'handover' }))
    await expect(bureau.take(handover)).rejects.toMatchObject({ code: 'wrong-purpose' })
    const section = { id: 'section-1', bookId, code: '01', name: '改名', role: 'spending', order: 1 }
    const sections = forged(bytes, keys, (inside) => putRecords(inside, 'sections', [section]))
    expect(await stops(sections)).toEqual(['stop strange'])
    const other = forged(bytes, keys, ({ manifest }) => Object.assign(manifest.counts, { audit: 3 }))
    await expect(bureau.take(other)).rejects.toMatchObject({ code: 'package-altered' })
  })

  it('changes no record of another unit, and moves none there', async () => {
    const { bytes } = await up()
    const goal = await unit.on(() => db.goals.get(goalId))
    const forgery = forged(bytes, await keysOf(unit), (inside) => {
      putRecords(inside, 'goals', [{ ...goal, unitId: 'unit-office' }])
    })
    const rehearsal = await bureau.rehearse(forgery)
    expect(rehearsal.lines.find(({ table }) => table === 'goals')).toMatchObject({
      ...{ verdict: 'refused', reason: '不属于发送单位' },
    })
  })

  it('of another year, for another unit, or under an id that is taken, is stopped', async () => {
    const { bytes } = await up()
    const keys = await keysOf(unit)
    const change = (values: object) => forged(bytes, keys, ({ manifest }) => Object.assign(manifest, values))
    expect(await stops(change({ year: 2025 }))).toEqual(['stop year'])
    const receiver = { ...bureau.party, id: '', regionCode: '511923' }
    expect(await stops(change({ receiver }))).toEqual(['stop receiver'])
    expect(await stops(change({ receiver: { ...bureau.party, id: '' } }))).toEqual([])
    const ours = await down()
    expect(await stops(change({ id: ours.record.id }))).toEqual(['stop id-taken'])
    await bureau.on(() => markPackage(ours.record.id, 'dropped', '优盘', countyDuty))
    const lying = {
      manifest: inspectPackage(change({ id: ours.record.id })).manifest,
      file: { name: 'a.jhx', bytes: change({ id: ours.record.id }) },
    }
    await bureau.on(async () => {
      await expect(holdPackage(lying, '优盘', countyDuty)).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(refusePackage(lying, '错', '优盘', countyDuty)).rejects.toMatchObject({
        code: 'not-allowed',
      })
      expect((await db.packages.get(ours.record.id))?.state).toBe('dropped')
    })
    await bureau.take(bytes)
    expect(await stops(change({ id: 'another' }))).toEqual(['warn twin'])
  })
})

describe('a package that only lies here', () => {
  it('makes no later one old, and is nothing that both sides know', async () => {
    const { bytes } = await up()
    const stranger = newKeyPair()
    const claim = forged(bytes, stranger, ({ manifest }) =>
      Object.assign(manifest, { id: 'forged', sequence: 999 }),
    )
    const lying = { manifest: inspectPackage(claim).manifest, file: { name: 'a.jhx', bytes: claim } }
    await bureau.on(async () => {
      await holdPackage(lying, '优盘', countyDuty)
      await allowPackage('forged', '核对过', acting('administrator'))
    })
    expect(await stops(bytes)).toEqual([])
    const answer = await down()
    expect(insideOf(answer.bytes).manifest).toMatchObject({ seen: '', missed: [] })
    await expect(
      bureau.take(
        forged(claim, stranger, ({ manifest }) => Object.assign(manifest, { year: 2026, scope: '改' })),
      ),
    ).rejects.toMatchObject({ code: 'package-untrusted' })
  })

  it('and was sent back leaves no gap; a number is used once', async () => {
    const first = await up()
    const lying = {
      manifest: inspectPackage(first.bytes).manifest,
      file: { name: 'a.jhx', bytes: first.bytes },
    }
    await bureau.on(() => refusePackage(lying, '资金来源有误', '优盘', countyDuty))
    await unit.on(() => markPackage(first.record.id, 'dropped', '优盘', unitDuty))
    const second = await up()
    expect(second.record.sequence).toBe(2)
    expect(await stops(second.bytes)).toEqual([])
    const third = await up()
    expect(third.record.sequence).toBe(3)
    expect(await stops(third.bytes)).toEqual(['warn gap'])
  })
})

describe('what a receiver did not take', () => {
  const skipGoal = () => ({ ...noDecisions, skipped: new Set([`goals|${goalId}`]) })

  it('is not deleted at its sender, is offered again, and is no common version', async () => {
    await bureau.take((await up()).bytes, skipGoal())
    const answer = await down()
    const here = await unit.rehearse(answer.bytes)
    expect(here.lines.filter(({ verdict }) => verdict === 'deleted' || verdict === 'conflict')).toEqual([])
    await unit.take(answer.bytes)
    await unit.on(async () => {
      const goal = await db.goals.get(goalId)
      if (goal) await db.goals.put({ ...goal, remarks: '后来补充', revision: goal.revision + 1 })
    })
    const again = await bureau.rehearse((await up()).bytes)
    expect(again.lines.find(({ id, table }) => id === goalId && table === 'goals')?.verdict).toBe('new')
  })

  it('of a change stays its sender’s: the older version does not come back over it', async () => {
    await bureau.take((await up()).bytes)
    await unit.on(async () => {
      const goal = await db.goals.get(goalId)
      if (goal) await db.goals.put({ ...goal, overview: '改写的概况', revision: goal.revision + 1 })
    })
    await bureau.take((await up()).bytes, skipGoal())
    await bureau.on(async () => expect((await db.goals.get(goalId))?.overview).not.toBe('改写的概况'))
    const here = await unit.rehearse((await down()).bytes)
    expect(here.lines.find(({ id, table }) => id === goalId && table === 'goals')?.verdict).toBe('kept')
    const again = await bureau.rehearse((await up()).bytes)
    expect(again.lines.find(({ id, table }) => id === goalId && table === 'goals')?.verdict).toBe('changed')
  })

  it('because a package never came is no common version either', async () => {
    await bureau.take((await up()).bytes)
    await down().then(({ bytes }) => unit.take(bytes))
    await bureau.on(async () => {
      const goal = await db.goals.get(goalId)
      if (goal) await db.goals.put({ ...goal, contact: '王科长', revision: goal.revision + 1 })
    })
    const lost = await down()
    // What the lost one carried goes nowhere else: parameters carry approved goals alone.
    const next = await bureau.send({ purpose: 'parameters', bookId, receiver: unit.party })
    await unit.take(next.bytes)
    const answer = await up()
    expect(insideOf(answer.bytes).manifest.missed).toEqual([lost.record.sequence])
    const goal = (await bureau.rehearse(answer.bytes)).lines.find(
      ({ id, table }) => id === goalId && table === 'goals',
    )
    expect(['kept', 'merged', 'same']).toContain(goal?.verdict)
    await bureau.take(answer.bytes)
    await bureau.on(async () => expect((await db.goals.get(goalId))?.contact).toBe('王科长'))
  })
})

describe('a receipt', () => {
  it('is believed from the receiver alone, also where its station was not known', async () => {
    const receiver = { ...bureau.party, id: '' }
    const { bytes, record } = await unit.send({ purpose: 'report', bookId, receiver })
    await bureau.take(bytes)
    const receipt = await bureau.receipt(record.id)
    const other = await Machine.make({ ...county, name: '通江县财政局', regionCode: '511921' })
    await unit.trusts(other)
    const claim = forged(receipt, await keysOf(other), ({ manifest }) =>
      Object.assign(manifest, { sender: other.party }),
    )
    const borrowed = forged(receipt, await keysOf(other), ({ manifest }) =>
      Object.assign(manifest, { sender: { ...other.party, regionCode: '511922' } }),
    )
    await unit.on(async () => {
      await expect(takeReceipt(claim, unitDuty)).rejects.toMatchObject({ code: 'wrong-purpose' })
      await expect(takeReceipt(borrowed, unitDuty)).rejects.toMatchObject({ code: 'package-untrusted' })
      expect(await takeReceipt(receipt, unitDuty)).toMatchObject({
        state: 'accepted',
        peerId: bureau.party.id,
      })
    })
  })
})

describe('taking an import back', () => {
  it('is refused where a record without revisions was changed since', async () => {
    const { bytes, record } = await bureau.send({ purpose: 'parameters', bookId, receiver: unit.party })
    await bureau.leave()
    const fresh = await Machine.make({ ...school, name: '新电脑' })
    await fresh.trusts(bureau)
    await fresh.on(async () => {
      const { bytes: forHere } = await remade(bytes)
      const rehearsal = await rehearsed(forHere, fresh.dataKey)
      await applyPackage(rehearsal, noDecisions, countyDuty)
      const book = await db.books.get(bookId)
      if (!book) throw new Error('the book came')
      await db.books.put({ ...book, name: '本单位改过的名称' })
      await expect(undoPackage(record.id, countyDuty)).rejects.toMatchObject({ code: 'undo-impossible' })
      expect((await db.books.get(bookId))?.name).toBe('本单位改过的名称')
      await db.books.put(book)
      await undoPackage(record.id, countyDuty)
      expect([await db.books.count(), await db.units.count()]).toEqual([0, 0])
    })

    async function remade(whole: Uint8Array) {
      const keys = await keysOf(bureau)
      return {
        bytes: forged(whole, keys, ({ manifest }) => Object.assign(manifest, { receiver: fresh.party })),
      }
    }
  })
})

describe('making a package', () => {
  it('begins again where something was written meanwhile', async () => {
    await unit.on(async () => {
      const wanted = { purpose: 'report', bookId, receiver: bureau.party, closing: null, medium: '' } as const
      const both = await Promise.allSettled([
        makePackage(wanted, unit.dataKey, unitDuty),
        makePackage(wanted, unit.dataKey, unitDuty),
      ])
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect((await db.packages.toArray()).filter(({ direction }) => direction === 'out')).toHaveLength(1)
    })
  })
})
