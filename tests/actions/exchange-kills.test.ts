import { beforeAll, describe, expect, it, vi } from 'vitest'
import { applyPackage } from '#actions/apply-package'
import { closeDatabase, openDatabase } from '#storage/database'
import { chanceOf } from '../attacks/chance.ts'
import { digestOfStore, outlineOfStore, type Siege, siegeOf } from '../attacks/package-siege.ts'
import { countyDuty, noDecisions, rehearsed } from './exchange-world.ts'
import { callsSeen, type Fault, failAt, installFaults } from './faulty-database.ts'
import { makePackage } from './make-package.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

const times = 60
const faults: readonly Fault[] = ['abort', 'quota', 'closed']
let siege: Siege

beforeAll(async () => {
  installFaults()
  siege = await siegeOf()
})

/** The work stopped at a chance call of the database; what it came to. */
async function stopped(
  work: () => Promise<unknown>,
  plan: { at: number; fault: Fault; on: 'write' | 'read' },
): Promise<string> {
  failAt(plan)
  const fate = await work().then(
    () => 'done',
    (error: Error) => ('code' in error ? String(error.code) : error.message),
  )
  failAt(null)
  // Started again, whatever happened.
  closeDatabase()
  await openDatabase()
  return fate
}

async function callsOf(work: () => Promise<unknown>, on: 'write' | 'read'): Promise<number> {
  failAt({ at: -1, fault: 'abort', on })
  await work()
  return callsSeen()
}

/** Stops the work many times over; after each, everything is exactly as before it or exactly as after it. */
async function stopOften(work: () => Promise<unknown>, on: 'write' | 'read'): Promise<Set<string>> {
  await siege.bureau.enter()
  const before = await digestOfStore()
  const most = await callsOf(work, on)
  const after = await outlineOfStore()
  expect(most).toBeGreaterThan(2)
  const chance = chanceOf(most)
  const fates: string[] = []
  await siege.bureau.enter()
  for (let time = 0; time < times; time++) {
    const fault = faults[time % faults.length] ?? 'abort'
    const fate = await stopped(work, { at: 1 + chance(most), fault, on })
    // A database that is closed lets a transaction that is all written come to its end.
    const isBefore = (await digestOfStore()) === before
    // So does one after which alone the findings could not be counted anew.
    if (!isBefore)
      expect([fault === 'closed' || fate === 'done', await outlineOfStore()]).toEqual([true, after])
    if (!isBefore) await siege.bureau.enter()
    fates.push(`${fate}, ${isBefore ? 'before' : 'after'}`)
  }
  return new Set(fates)
}

const importing = async () =>
  applyPackage(await rehearsed(siege.armoury.genuine, siege.bureau.dataKey), noDecisions, countyDuty)

const exporting = () =>
  makePackage(
    {
      ...{ purpose: 'decision', bookId: siege.bookId, receiver: siege.unit.party, closing: null, medium: '' },
    },
    siege.bureau.dataKey,
    countyDuty,
  )

describe('an import that is stopped', { timeout: 120_000 }, () => {
  it('while it writes, leaves everything as it was, and says what happened', async () => {
    const fates = await stopOften(importing, 'write')
    expect(fates).toContain('storage-full, before')
    expect(fates).toContain('the machine stopped, before')
    expect(fates).not.toContain('done, before')
  })

  it('while it reads, leaves everything as it was', async () => {
    const fates = await stopOften(importing, 'read')
    expect(fates).not.toContain('done, before')
  })

  it('is done wholly when it is tried again', async () => {
    await siege.bureau.enter()
    await stopped(importing, { at: 3, fault: 'abort', on: 'write' })
    expect(await importing()).toMatchObject({ state: 'applied' })
  })
})

describe('an export that is stopped', { timeout: 120_000 }, () => {
  it('while it writes, leaves no trace, and takes no number', async () => {
    const fates = await stopOften(exporting, 'write')
    expect(fates).not.toContain('done, before')
  })

  it('while it reads, leaves no trace', async () => {
    const fates = await stopOften(exporting, 'read')
    expect(fates).not.toContain('done, before')
  })

  it('because the copy cannot be kept, leaves no trace', async () => {
    await siege.bureau.enter()
    const before = await digestOfStore()
    siege.bureau.disk.keepAttachment.mockRejectedValueOnce(new Error('no room'))
    await expect(exporting()).rejects.toThrow('no room')
    siege.bureau.disk.keepAttachment.mockRejectedValueOnce(new Error('no room'))
    await expect(importing()).rejects.toThrow('no room')
    expect(await digestOfStore()).toBe(before)
  })
})
