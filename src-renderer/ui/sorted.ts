import { compareRatios, type Ratio } from '#domain/monitoring/ratio'

/** Texts as a Chinese dictionary has them, figures in them by their value. */
const names = new Intl.Collator('zh-Hans-CN', { numeric: true })

/** What a row is sorted by: figures as figures, texts as a dictionary does, yes after no; what is not filled comes first. */
export type SortValue = string | number | boolean | null | undefined

type Identified = { id: string }
type ValueIn<Row> = (row: Row) => SortValue

/** A sorted copy by a value of each row; rows of equal value stand in the order of their ids, also in a descending order. */
export function sortedBy<Row extends Identified>(
  rows: readonly Row[],
  valueIn: ValueIn<Row>,
  descending = false,
): Row[] {
  return ordered(rows, valueIn, descending, byId)
}

/** The same for rows that stand in an order already: those of equal value keep it. */
export function stablySortedBy<Row>(rows: readonly Row[], valueIn: ValueIn<Row>, descending = false): Row[] {
  return ordered(rows, valueIn, descending, () => 0)
}

/** By an exact share of each row, compared as it is and not as the figure it comes to; then by id. */
export function sortedByRatio<Row extends Identified>(
  rows: readonly Row[],
  ratioIn: (row: Row) => Ratio | null,
  descending: boolean,
): Row[] {
  const turn = descending ? -1 : 1
  return rows.toSorted((left, right) => turn * byRatio(ratioIn(left), ratioIn(right)) || byId(left, right))
}

function byRatio(left: Ratio | null, right: Ratio | null): number {
  if (!left || !right) return Number(Boolean(left)) - Number(Boolean(right))
  return compareRatios(left, right)
}

function byId(left: Identified, right: Identified): number {
  return left.id < right.id ? -1 : 1
}

/** Each text is put in its place once, however many rows have it: comparing two of them takes long. */
function ordered<Row>(
  rows: readonly Row[],
  valueIn: ValueIn<Row>,
  descending: boolean,
  among: (left: Row, right: Row) => number,
): Row[] {
  const values = rows.map(valueIn)
  const places = placesOf(values)
  const turn = descending ? -1 : 1
  const keyed = rows.map((row, at) => ({ row, figure: turn * figureOf(values[at], places) }))
  keyed.sort((left, right) => left.figure - right.figure || among(left.row, right.row))
  return keyed.map(({ row }) => row)
}

function figureOf(value: SortValue, places: ReadonlyMap<string, number>): number {
  if (typeof value === 'string') return places.get(value) ?? 0
  return value === null || value === undefined ? Number.NEGATIVE_INFINITY : Number(value)
}

/** Fewer are put in order as quickly. */
const worthKnowing = 1000
/** The places of the last long list: they hold among any of its texts, so a filter or a newly read row puts nothing in order. */
let known: ReadonlyMap<string, number> = new Map()

/** So many are put in order well within a frame. */
const runLength = 1000

/** Puts many texts in order before a list of them is sorted, piece by piece; `breathe` lets the window draw in between. */
export async function orderAhead(texts: readonly string[], breathe: () => Promise<void>): Promise<void> {
  const wanted = new Set(texts)
  if (wanted.size < worthKnowing || isSubset(wanted, known)) return
  const all = [...wanted]
  let runs: string[][] = []
  for (let at = 0; at < all.length; at += runLength) {
    runs.push(all.slice(at, at + runLength).sort(names.compare))
    await breathe()
  }
  while (runs.length > 1) {
    const merged: string[][] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(await merge(runs[at], runs[at + 1] ?? [], breathe))
    runs = merged
  }
  known = inOrder(runs[0] ?? [])
}

async function merge(
  left: readonly string[] = [],
  right: readonly string[],
  breathe: () => Promise<void>,
): Promise<string[]> {
  const merged: string[] = []
  for (let [mine, other] = [0, 0]; mine < left.length || other < right.length; ) {
    if (merged.length % runLength === 0) await breathe()
    const [one, two] = [left[mine], right[other]]
    const isLeft = two === undefined || (one !== undefined && names.compare(one, two) <= 0)
    if (isLeft) mine++
    else other++
    merged.push(isLeft ? (one ?? '') : two)
  }
  return merged
}

/** For each text its place among all; the same for those that a dictionary does not tell apart. */
function placesOf(values: readonly SortValue[]): ReadonlyMap<string, number> {
  const texts = new Set<string>()
  for (const value of values) if (typeof value === 'string') texts.add(value)
  if (isSubset(texts, known)) return known
  const places = inOrder([...texts].sort(names.compare))
  if (places.size >= worthKnowing) known = places
  return places
}

function isSubset(texts: ReadonlySet<string>, places: ReadonlyMap<string, number>): boolean {
  if (texts.size > places.size) return false
  for (const text of texts) if (!places.has(text)) return false
  return true
}

function inOrder(sorted: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  let [place, before] = [0, '']
  for (const text of sorted) {
    if (place === 0 || names.compare(before, text) !== 0) place++
    places.set(text, place)
    before = text
  }
  return places
}
