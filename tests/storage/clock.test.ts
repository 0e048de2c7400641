import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { acceptClock } from '#actions/accept-clock'
import { saveUnits } from '#actions/save-units'
import { behindText, clockFault } from '#domain/clock'
import { minutesLocked } from '#domain/people/account'
import { verifyAudit } from '#storage/audit'
import { unitsOf } from '#storage/base-data'
import { checkClock } from '#storage/clock-check'
import { db } from '#storage/database'
import { by, freshBook, freshDatabase } from './world.ts'

function clockAt(moment: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(moment) })
}

beforeEach(async () => {
  await freshDatabase()
  clockAt('2026-06-01T08:00:00.000Z')
})
afterEach(() => vi.useRealTimers())

async function renameUnit(bookId: string, name: string): Promise<void> {
  const units = await unitsOf(bookId)
  await saveUnits(
    bookId,
    units.map((unit, index) => (index === 0 ? { ...unit, name } : unit)),
    by,
  )
}

describe('the clock', () => {
  it.each([
    ['2026-06-01T08:00:00.000Z', null],
    ['2026-06-01T07:50:00.000Z', null],
    ['2026-06-01T07:49:00.000Z', 11],
    ['2026-06-02T00:00:00.000Z', null],
    ['2025-06-01T08:00:00.000Z', 525_600],
  ])('at %s stands %s minutes back', (now, minutes) => {
    expect(clockFault(now, '2026-06-01T08:00:00.000Z')?.minutes ?? null).toBe(minutes)
    expect(clockFault(now, '')).toBeNull()
  })
  it.each([
    [11, '11 分钟'],
    [119, '119 分钟'],
    [120, '2 小时'],
    [2879, '47 小时'],
    [2880, '2 天'],
    [525_600, '365 天'],
  ])('%i minutes are %s', (minutes, text) => {
    expect(behindText({ minutes })).toBe(text)
  })
})

describe('a clock that was put back', () => {
  it('is noticed by what was last done, and no more once somebody said it is right', async () => {
    const { book } = await freshBook()
    expect(await checkClock('2026-06-01T07:55:00.000Z')).toBeNull()
    clockAt('2026-01-05T09:00:00.000Z')
    const fault = await checkClock(new Date().toISOString())
    expect(fault).toMatchObject({ latest: '2026-06-01T08:00:00.000Z' })
    if (!fault) return
    await acceptClock(fault, by)
    expect((await db.audit.where('bookId').equals('').toArray()).at(-1)).toMatchObject({
      action: 'accept-clock',
      summary: '系统时间比最后一次操作早 146 天，认定现在的时间正确',
    })
    expect(await checkClock('2026-01-05T09:00:00.000Z')).toBeNull()
    // Work goes on at the right time, and a second step back is noticed again.
    clockAt('2026-01-06T09:00:00.000Z')
    await renameUnit(book.id, '南江县教育体育局')
    expect(await checkClock('2026-01-06T09:05:00.000Z')).toBeNull()
    expect(await checkClock('2026-01-05T12:00:00.000Z')).toMatchObject({ minutes: 21 * 60 })
    expect(await checkClock('2025-12-01T00:00:00.000Z')).not.toBeNull()
  })
  it('breaks neither the order of the trail nor its chain', async () => {
    const { book } = await freshBook()
    const before = (await db.audit.where('bookId').equals(book.id).toArray()).length
    clockAt('2025-12-01T00:00:00.000Z')
    for (const name of ['甲局', '乙局', '丙局']) await renameUnit(book.id, name)
    const entries = await db.audit.where('[bookId+number]').between([book.id], [book.id, []]).toArray()
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1))
    const names = entries.slice(before).map(({ changes }) => changes[0]?.fields[0]?.to)
    expect(names).toEqual(['甲局', '乙局', '丙局'])
    expect(await verifyAudit(book.id)).toMatchObject({ intact: true })
  })
  it('is not read from a book that another machine wrote', async () => {
    const { book } = await freshBook()
    const at = '2026-06-01T00:00:00.000Z'
    await db.books.put({ ...book, readOnly: { from: '市财政局', madeAt: at, openedAt: at, fileId: 'f1' } })
    expect(await checkClock('2020-01-01T00:00:00.000Z')).toBeNull()
  })
  it('keeps nobody locked out for longer than a lock lasts', () => {
    const lockedUntil = '2026-06-01T08:15:00.000Z'
    expect(minutesLocked({ lockedUntil }, '2026-06-01T08:00:00.000Z')).toBe(15)
    expect(minutesLocked({ lockedUntil }, '2026-06-01T08:14:30.000Z')).toBe(1)
    expect(minutesLocked({ lockedUntil }, '2026-06-01T07:59:59.000Z')).toBe(0)
    expect(minutesLocked({ lockedUntil }, '2026-01-01T00:00:00.000Z')).toBe(0)
  })
})
