import type { Figures } from '../execution/totals.ts'
import { grouped } from '../grouped.ts'
import type { Fen } from '../money.ts'
import type { BoardIndex } from './board-index.ts'
import { compareProducts } from './execution-colour.ts'
import { figuresAt, sumAt } from './figures.ts'
import type { Item } from './item.ts'

/** What is ranked by 支出进度. */
export const rankings = { department: '主管部门', unit: '单位', section: '股室' } as const
export type Ranking = keyof typeof rankings

/** A line of the ranking. `place` counts from 1; equal rates share one; null where there is no budget to spend. */
export type Ranked = {
  id: string
  name: string
  count: number
  figures: Figures
  place: number | null
  /** Places gained (positive) or lost against the month before; null in January or where it had none. */
  change: number | null
}

const keyOf: Readonly<Record<Ranking, (item: Item) => string>> = {
  department: ({ departmentId }) => departmentId,
  unit: ({ unitId }) => unitId,
  section: ({ sectionId }) => sectionId,
}

/** 支出进度 of each, the furthest first; those without a budget last. The rates compare exactly. */
export function rankingOf(
  items: readonly Item[],
  by: Ranking,
  month: number,
  { units, sections }: Pick<BoardIndex, 'units' | 'sections'>,
): Ranked[] {
  const groups = grouped(items, keyOf[by])
  const named: readonly { id: string; name: string }[] = by === 'section' ? sections : units
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const rows = [...groups].map(([id, own]) => ({ id, count: own.length, figures: figuresAt(own, month) }))
  const now = placesOf(rows.map(({ id, figures: { paid, adjusted } }) => ({ id, paid, adjusted })))
  const before = month > 1 ? placesOf(sumsBefore(groups, month - 1)) : new Map<string, number>()
  const missing = by === 'section' ? '未归口' : '未对应单位'
  return rows
    .map(({ id, count, figures }): Ranked => {
      const [place, former] = [now.get(id) ?? null, before.get(id) ?? null]
      const change = place === null || former === null ? null : former - place
      return { id, name: names.get(id) ?? missing, count, figures, place, change }
    })
    .toSorted((left, right) => (left.place ?? groups.size + 1) - (right.place ?? groups.size + 1))
}

type Sums = { id: string; paid: Fen; adjusted: Fen }

function sumsBefore(groups: ReadonlyMap<string, readonly Item[]>, month: number): Sums[] {
  return [...groups].map(([id, own]) => ({
    id,
    ...{ paid: sumAt(own, 'paid', month), adjusted: sumAt(own, 'adjusted', month) },
  }))
}

/** Places by 支出 ÷ 调整后预算: one more than how many are ahead. */
function placesOf(all: readonly Sums[]): Map<string, number> {
  const sums = all
    .filter(({ adjusted }) => adjusted > 0)
    .toSorted((left, right) => compareProducts(right.paid, left.adjusted, left.paid, right.adjusted))
  const places = new Map<string, number>()
  for (const [position, sum] of sums.entries()) {
    const before = sums[position - 1]
    const isEqual = before && compareProducts(sum.paid, before.adjusted, before.paid, sum.adjusted) === 0
    places.set(sum.id, isEqual ? (places.get(before.id) ?? position + 1) : position + 1)
  }
  return places
}
