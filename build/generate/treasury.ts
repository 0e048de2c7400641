import { demoExecutions } from '#demo/executions'
import type { ExecutionImport, ExecutionRow } from '#domain/execution/execution'
import type { Goal } from '#domain/goals/goal'
import { addUp, type Fen } from '#domain/money'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { Unit } from '#domain/year-book'
import { lastYear } from './city.ts'
import { person, type World } from './world.ts'

/** The ledger of the running year month by month, of finished years at their end. */
export function treasuryRows(
  goals: readonly Goal[],
  forms: readonly Monitoring[],
  world: World,
): ExecutionRow[] {
  const { book, units, importIds } = world
  let month = 0
  const made = { nextId: () => importIds[month++] ?? '', at: world.place.at, by: person }
  // Lines of the departments themselves come from a list of departments alone.
  const holders = goals.length > 0 ? unitsOf(goals, units) : units
  const facts = { bookId: book.id, year: book.year, goals, units: holders }
  const { rows } = demoExecutions(facts, new Map(forms.map((form) => [form.goalId, form])), false, made)
  return book.year === lastYear ? rows : rows.filter((row) => row.month === 12)
}

function unitsOf(goals: readonly Goal[], units: readonly Unit[]): Unit[] {
  const ids = new Set(goals.map(({ unitId }) => unitId))
  return units.filter(({ id, parentId }) => ids.has(id) && parentId !== '')
}

export function isCoded({ line }: ExecutionRow): boolean {
  return line.startsWith('code:')
}

export function byId(left: { id: string }, right: { id: string }): number {
  return left.id < right.id ? -1 : 1
}

/** Gathers what each month's import brought. */
export function ledgerOf() {
  const added = new Map<number, string[]>()
  const matched = new Map<number, number>()
  const paid = new Map<number, Fen>()
  return {
    add(rows: readonly ExecutionRow[]): void {
      for (const row of rows) {
        const list = added.get(row.month)
        if (list) list.push(row.id)
        else added.set(row.month, [row.id])
        if (row.goalId !== '') matched.set(row.month, (matched.get(row.month) ?? 0) + 1)
        paid.set(row.month, addUp([paid.get(row.month) ?? 0, row.paid]))
      }
    },
    imports({ book, importIds, place: { at } }: World): ExecutionImport[] {
      return [...added].map(([month, ids]) => {
        const read = ids.length
        const found = matched.get(month) ?? 0
        return {
          ...{ id: importIds[month - 1] ?? '', bookId: book.id, at, by: person, name: `${month} 月国库台账` },
          ...{
            files: [`预算执行情况表${book.year}年1-${month}月.xlsx`],
            months: [month],
            added: ids,
            replaced: [],
          },
          ...{ matched: found, unmatched: read - found, paid: paid.get(month) ?? 0, read, undoneAt: '' },
        }
      })
    },
    paidInYear: () => paid.get(12) ?? 0,
  }
}
