import { type ExchangeTable, exchangeTables } from '#domain/exchange/contents'
import type { Counts, Totals } from '#domain/exchange/package'
import { formatWanExact } from '#domain/money'

/** Records by the names of their tables, in the order of the tables; empty ones left out. */
export function countList(counts: Counts): { name: string; count: number }[] {
  const names = Object.entries(exchangeTables) as [ExchangeTable, string][] // the entries of the table
  return names.flatMap(([table, name]) => (counts[table] ? [{ name, count: counts[table] }] : []))
}

export function countsText(counts: Counts): string {
  return countList(counts)
    .map(({ name, count }) => `${name} ${count}`)
    .join('、')
}

/** 控制数 in 万元, to the 分: rounded ones would agree where the records do not. */
export function totalList(totals: Totals): { name: string; text: string }[] {
  return Object.entries(totals).map(([name, amount]) => ({ name, text: formatWanExact(amount) }))
}

export function totalsText(totals: Totals): string {
  return totalList(totals)
    .map(({ name, text }) => `${name} ${text} 万元`)
    .join('，')
}

export function tableName(table: string): string {
  return exchangeTables[table as ExchangeTable] ?? table // what is no table of the list stands as it is
}

/** 1.4 MB, 320 KB: as the file manager shows it. */
export function sizeText(bytes: number): string {
  const tenths = (unit: number) => Math.max(1, Math.round((bytes * 10) / unit))
  const [unit, word] = bytes < 1024 * 1024 ? [1024, 'KB'] : [1024 * 1024, 'MB']
  const value = tenths(unit)
  return `${Math.floor(value / 10)}.${value % 10} ${word}`
}
