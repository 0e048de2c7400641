import { makeId } from '#domain/ids'
import type { Unit, YearBook } from '#domain/year-book'
import type { Stamp } from '#storage/stamp'
import { chanceOf } from './chance.ts'
import type { Size } from './city.ts'
import type { Place } from './goal.ts'

/** Records of one table, in the order of their keys within a year. */
export type Part = { table: string; records: readonly object[] }

/** The day on which the city is looked at. */
export const today = '2026-09-30'
export const person = '李明'

/** Ids and moments of one kind in one year: ids rise as they are taken. */
export function stampOf(year: number, what: string, { seed }: Size): Stamp {
  const chance = chanceOf(seed, `${what} ${year}`)
  let time = Date.UTC(year, 0, 5)
  const at = `${year}-08-05T02:00:00.000Z`
  const actor = { accountId: '', name: person, duty: 'performance', scope: '' } as const
  function nextId(): string {
    return makeId(
      time++,
      Uint8Array.from({ length: 10 }, () => chance.whole(256)),
    )
  }
  return { at, by: person, actor, nextId }
}

export type World = {
  size: Size
  book: YearBook
  units: readonly Unit[]
  unitByCode: ReadonlyMap<string, Unit>
  place: Place
  stamps: Readonly<Record<'goals' | 'forms' | 'selfs' | 'others', Stamp>>
  importIds: readonly string[]
}
