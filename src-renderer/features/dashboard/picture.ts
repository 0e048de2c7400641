import type { ChartOption } from '#ui/chart-picture'

/** A cell of the table behind a picture; `to` opens what it counts. */
export type PictureCell = { text: string; right?: boolean; to?: string }

/** One picture of the board: a sentence that says what it shows, how it is drawn, and the numbers behind it. */
export type Picture = {
  id: string
  title: string
  /** 万元, %, 个 … of what is drawn. */
  unit: string
  height: number
  option: ChartOption
  heads: readonly { text: string; right?: boolean }[]
  rows: readonly { key: string; cells: readonly PictureCell[] }[]
}

/** 万元 for the length of a bar or the place of a point alone; what is written is exact. */
export function drawnWan(amount: number): number {
  return Math.round(amount / 10_000) / 100
}

/** A name that fits beside a bar: its end distinguishes units, so the middle gives way. */
export function shortName(name: string, length = 12): string {
  if (name.length <= length) return name
  const end = Math.floor(length / 2)
  return `${name.slice(0, length - end - 1)}…${name.slice(-end)}`
}
