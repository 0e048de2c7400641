import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupAge } from '#domain/backup/age'
import { dueReason } from '#domain/backup/due'
import { backupName, localTime, readBackupName } from '#domain/backup/reason'
import { defaultRetention, readRetention, toDrop } from '#domain/backup/retention'
import { readSettings } from '#domain/backup/settings'

const now = '2026-11-26T10:00:00'

function made(days: number, time = '09:00:00'): { name: string; at: string } {
  const at = `${localTime(new Date(Date.UTC(2026, 10, 26 - days)).toISOString(), 0).slice(0, 10)}T${time}`
  return { name: `${days} ${time}`, at }
}

describe('retention', () => {
  const filler = [made(0), made(0, '08:00:00'), made(0, '07:00:00')]
  it.each([
    ['six days old, one of two that day', [made(6), made(6, '08:00:00')], []],
    ['seven days old, one of two that day', [made(7), made(7, '08:00:00')], ['7 08:00:00']],
    ['29 days old', [made(29)], []],
    ['30 days old, the month’s last', [made(30)], []],
    ['31 days old, not the month’s last', [made(30), made(31)], ['31 09:00:00']],
    ['in the 23rd month back', [made(700)], []],
    ['in the 24th month back', [made(735)], ['735 09:00:00']],
  ])('%s', (_name, backups, dropped) => {
    expect(toDrop([...filler, ...backups], defaultRetention, now)).toEqual(dropped)
  })

  it('never leaves fewer than it says, and the newest is always kept', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 40 }), (ages) => {
        const backups = ages.map((age, index) => ({ ...made(age), name: `${index}` }))
        const dropped = new Set(toDrop(backups, defaultRetention, now))
        expect(backups.length - dropped.size).toBeGreaterThanOrEqual(Math.min(3, backups.length))
        const newest = Math.min(...ages)
        expect(ages.length === 0 || ages.some((age, at) => age === newest && !dropped.has(`${at}`))).toBe(
          true,
        )
        // What was kept is kept again: tidying twice is tidying once.
        const left = backups.filter(({ name }) => !dropped.has(name))
        expect(toDrop(left, defaultRetention, now)).toEqual([])
      }),
    )
  })

  it('reads only numbers within their limits', () => {
    expect(readRetention({ allDays: 0, dailyDays: 400, months: 'x', atLeast: 1 })).toEqual({
      allDays: 1,
      dailyDays: 366,
      months: 24,
      atLeast: 3,
    })
  })
})

describe('when one is due', () => {
  const settings = readSettings(undefined)
  const base = { isChanged: true, newestAt: '2026-11-26T08:00:00', now, idle: 0, waiting: 0 }
  it.each([
    ['nothing done', { ...base, isChanged: false, idle: 9e9, waiting: 9e9 }, null],
    ['typing', base, null],
    ['just below the idle time', { ...base, idle: 3 * 60_000 - 1 }, null],
    ['the idle time', { ...base, idle: 3 * 60_000 }, 'idle'],
    ['just below half an hour of typing', { ...base, waiting: 30 * 60_000 - 1 }, null],
    ['half an hour of typing', { ...base, waiting: 30 * 60_000 }, 'idle'],
    [
      'the first of the day, below a quiet minute',
      { ...base, newestAt: '2026-11-25T23:59:59', idle: 59_999 },
      null,
    ],
    [
      'the first of the day, a quiet minute',
      { ...base, newestAt: '2026-11-25T23:59:59', idle: 60_000 },
      'daily',
    ],
    ['none yet', { ...base, newestAt: null, idle: 60_000 }, 'daily'],
  ])('%s', (_name, moments, reason) => {
    expect(dueReason(moments, settings)).toBe(reason)
  })
})

it('a name says when and why, and comes back from its text', () => {
  const name = backupName('2026-11-26T10:15:00', 'before-import')
  expect(name).toBe('绩衡备份_20261126-101500_导入前.jhb')
  expect(readBackupName(name)).toEqual({ at: '2026-11-26T10:15:00', reason: '导入前' })
  expect(readBackupName('绩衡备份_20261126-101500_导入前 (2).jhb')).toMatchObject({ reason: '导入前' })
  expect(readBackupName('绩衡备份_20261126-101500_导入前.jhb.part')).toBeNull()
})

it('a backup is old once it is more days back than the notice; none at all is too; a clock set back changes nothing', () => {
  expect(backupAge('2026-11-24', '2026-11-26')).toEqual({ days: 2, isOld: false })
  expect(backupAge('2026-11-23', '2026-11-26')).toEqual({ days: 3, isOld: true })
  expect(backupAge('2026-11-27', '2026-11-26')).toEqual({ days: 0, isOld: false })
  expect(backupAge(null, '2026-11-26')).toEqual({ days: null, isOld: true })
})
