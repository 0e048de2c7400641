import { type ExchangeTable, exchangeTableList, exchangeTables } from '#domain/exchange/contents'
import type { Totals } from '#domain/exchange/package'
import { countsOf, type Line, type Verdict, verdicts } from '#domain/exchange/rehearsal'
import { tally } from '#domain/exchange/totals'
import { grouped } from '#domain/grouped'
import { stablySortedBy } from '#ui/sorted'

/** `changes`: everything that would be another here afterwards, or that is not taken. */
export type Shown = Verdict | 'changes' | 'all'

export type LineFilter = { shown: Shown; table: string; unit: string; search: string }

export const verdictList = Object.keys(verdicts) as Verdict[] // the keys of the table

const unchanged: readonly Verdict[] = ['same', 'kept']

export function readLineFilter(address: URLSearchParams): LineFilter {
  const wanted = address.get('verdict') ?? ''
  const shown = [...verdictList, 'all' as const].find((each) => each === wanted) ?? 'changes'
  const read = (key: string) => address.get(key) ?? ''
  return { shown, table: read('table'), unit: read('unit'), search: read('search') }
}

export function isShownBy(shown: Shown, { verdict }: Pick<Line, 'verdict'>): boolean {
  if (shown === 'all') return true
  return shown === 'changes' ? !unchanged.includes(verdict) : verdict === shown
}

export function filterLines(lines: readonly Line[], { shown, table, unit, search }: LineFilter): Line[] {
  const wanted = search.normalize('NFKC').toLowerCase().trim()
  return lines.filter(
    (line) =>
      isShownBy(shown, line) &&
      (table === '' || line.table === table) &&
      (unit === '' || line.unitId === unit) &&
      (wanted === '' || line.name.toLowerCase().includes(wanted)),
  )
}

/** Names of the units as they are here, and of those that only come with the package. */
export function unitNames(
  lines: readonly Line[],
  here: readonly { id: string; name: string }[],
): ReadonlyMap<string, string> {
  const coming = lines.flatMap(({ table, id, name }) => (table === 'units' ? [[id, name] as const] : []))
  return new Map([...coming, ...here.map(({ id, name }) => [id, name] as const)])
}

export type Group = {
  key: string
  name: string
  counts: Record<Verdict, number>
  theirs: Totals
  ours: Totals
}

/** Counts and control totals by unit or by table: what came, and what is here now. */
export function groupLines(
  lines: readonly Line[],
  by: 'unit' | 'table',
  names: ReadonlyMap<string, string>,
): Group[] {
  const groups = grouped(lines, (line) => (by === 'unit' ? line.unitId : line.table))
  const nameOf = (key: string) => {
    if (by === 'table') return exchangeTables[key as ExchangeTable] // keys of lines
    return key === '' ? '不分单位' : (names.get(key) ?? '账套里没有的单位')
  }
  const shown = [...groups].map(([key, own]) => ({
    ...{ key, name: nameOf(key), counts: countsOf(own) },
    theirs: totalsOf(own, 'theirs'),
    ours: totalsOf(own, 'ours'),
  }))
  const tables: readonly string[] = exchangeTableList
  return stablySortedBy(shown, ({ key, name }) => (by === 'unit' ? name : tables.indexOf(key)))
}

function totalsOf(lines: readonly Line[], side: 'ours' | 'theirs'): Totals {
  const sums = tally()
  for (const line of lines) {
    const record = line[side]
    if (record) sums.add(line.table, record)
  }
  return sums.totals()
}
