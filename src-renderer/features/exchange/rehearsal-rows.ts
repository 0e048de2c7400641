import type { Hindrance, Severity } from '#domain/exchange/checks'
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

/** Why there is nothing that would be another here afterwards. */
export function unchangedText(lines: readonly Pick<Line, 'verdict'>[]): string {
  const { same, kept } = countsOf(lines)
  if (lines.length === 0) return '包里没有记录'
  if (same === lines.length) return `${same} 条都与本机相同`
  if (same + kept === lines.length) return `${same} 条与本机相同，${kept} 条本机较新`
  return '没有要写入的内容'
}

/** What stands before the import, for the line beside its button. */
export type Standing = {
  lines: readonly Pick<Line, 'verdict'>[]
  hindrances: readonly Pick<Hindrance, 'severity'>[]
  /** Taken before; decided by an administrator. */
  isKnown: boolean
  isAllowed: boolean
  /** Conflicts that nobody has decided yet. */
  open: number
  /** Records that would be written. */
  changing: number
}

export function standingText({ lines, hindrances, isKnown, isAllowed, open, changing }: Standing): string {
  const stands = (severity: Severity) => hindrances.some((each) => each.severity === severity)
  if (isKnown) return '已经导入过，不用再导入。回执在往来台账里可以再次导出。'
  if (stands('stop')) return '这个数据包不能导入，原因和办法见上方。'
  if (stands('decide') && !isAllowed) return '须先决定才能导入，办法见上方。'
  if (open > 0) return `还有 ${open} 处冲突待定；不作决定的，以本机内容为准。`
  if (changing === 0) return `${unchangedText(lines)}；登记收到后可出回执。`
  return '导入后可在往来台账整体撤销。'
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
