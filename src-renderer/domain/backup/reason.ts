import type { Moment } from '../dates.ts'

/** Why a backup was made; the word stands in the file's name. */
export const backupReasons = {
  daily: '每日',
  idle: '空闲时',
  hidden: '离开窗口时',
  closing: '关闭时',
  manual: '手工',
  'before-import': '导入前',
  'before-upgrade': '升级前',
  'before-year-close': '结转前',
  'before-restore': '恢复前',
} as const
export type BackupReason = keyof typeof backupReasons

const pattern = /^绩衡备份_(\d{8})-(\d{6})_([^_. ]+)(?: \((\d+)\))?\.jhb$/

/** The name of a backup's file; `at` is the local time, as 'YYYY-MM-DDTHH:MM:SS'. */
export function backupName(at: string, reason: BackupReason): string {
  const digits = at.replace(/\D/g, '')
  return `绩衡备份_${digits.slice(0, 8)}-${digits.slice(8, 14)}_${backupReasons[reason]}.jhb`
}

/** What a file's name says; null for a file that is no backup. `at` as `backupName` took it. */
export function readBackupName(name: string): { at: string; reason: string } | null {
  const found = pattern.exec(name)
  if (!found) return null
  const [, day = '', time = '', reason = ''] = found
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`
  return { at: `${date}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}`, reason }
}

/** A moment in UTC and the minutes by which local time is ahead of it, as local time. */
export function localTime(at: Moment, minutesAhead: number): string {
  return new Date(Date.parse(at) + minutesAhead * 60_000).toISOString().slice(0, 19)
}
