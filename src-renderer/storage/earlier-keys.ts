import type { Unit } from '#domain/year-book'
import { unitsOf } from './base-data.ts'

/** Keys of goals without a code name the unit by its id, which every year's book gives anew. */
const nameKey = /^name:([^:]*):([^:]*):(.*)$/s

/** The keys as they stand in another year's book: key here → key there, the unit found by its code, else its name. */
export async function keysInBook(
  keys: readonly string[],
  bookId: string,
  otherBookId: string,
): Promise<Map<string, string>> {
  if (keys.every((key) => !nameKey.test(key))) return new Map(keys.map((key) => [key, key]))
  const [units, others] = await Promise.all([unitsOf(bookId), unitsOf(otherBookId)])
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const byCode = new Map(others.map((unit) => [unit.code, unit]))
  const byName = new Map(others.map((unit) => [unit.name, unit]))
  function twin(unit: Unit | undefined): Unit | undefined {
    if (!unit) return undefined
    return (unit.code === '' ? undefined : byCode.get(unit.code)) ?? byName.get(unit.name)
  }
  return new Map(
    keys.map((key) => {
      const match = nameKey.exec(key)
      const other = twin(unitById.get(match?.[2] ?? ''))
      return [key, match && other ? `name:${match[1]}:${other.id}:${match[3]}` : key]
    }),
  )
}
