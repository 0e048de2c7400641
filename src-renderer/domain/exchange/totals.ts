import { addUp, addUpBy, type Fen } from '../money.ts'
import type { Carried, ExchangeTable } from './contents.ts'
import type { Counts, Totals } from './package.ts'

type Sum = {
  name: string
  of: (record: Carried) => Fen | null
  /** Of what a record says the state at the end of its month: of each only the newest counts, since amounts are cumulative. */
  stateOf?: (record: Carried) => string
}

/** 控制数 of a table: what is summed of its records, in 分. */
const sums: Readonly<Partial<Record<ExchangeTable, Sum>>> = {
  goals: { name: '目标资金总额', of: (goal) => amount(goal.total) },
  monitorings: {
    name: '监控执行数',
    of: (form) => columnOf(form, 'paid'),
    stateOf: ({ goalId }) => String(goalId),
  },
  selfEvaluations: { name: '自评全年执行数', of: (form) => columnOf(form, 'paid') },
  executions: {
    name: '国库支出',
    of: (row) => amount(row.paid),
    stateOf: ({ line, source }) => `${line}|${source}`,
  },
  disposals: { name: '处置金额', of: (disposal) => amount(disposal.amount) },
}

function amount(value: unknown): Fen | null {
  return typeof value === 'number' ? value : null
}

/** The column of a money block; null where nothing is filled. */
function columnOf({ funds }: Carried, column: string): Fen | null {
  if (!Array.isArray(funds)) return null
  return addUp(funds.map((row: Record<string, unknown>) => amount(row[column])))
}

/** What a record says at the end of a month. */
type State = { month: number; id: string; amount: Fen | null }

/** What a tally heard: plain data, so that a worker can hand it over. */
export type Heard = {
  counts: Map<string, number>
  /** By the names of 控制数. */
  plain: Map<string, Fen>
  /** By the names of 控制数, then by what the state is of. */
  newest: Map<string, Map<string, State>>
}

export type Tally = {
  add: (table: ExchangeTable, record: Carried) => void
  /** Takes in what others heard of other records: the order is nothing to it. */
  join: (heard: Heard) => void
  heard: () => Heard
  counts: () => Counts
  totals: () => Totals
  /** As packages were reckoned once: every record counts, months on months. */
  formerTotals: () => Totals
}

/** Counts and sums of what a package carries, reckoned a record at a time. */
export function tally(): Tally {
  const heard: Heard = { counts: new Map(), plain: new Map(), newest: new Map() }
  const { counts, plain, newest } = heard
  return {
    add(table, record) {
      raise(counts, table, 1)
      const sum = sums[table]
      if (!sum) return
      const own = sum.of(record)
      raise(plain, sum.name, own)
      if (sum.stateOf) keepNewest(newest, sum.name, sum.stateOf(record), stateIn(record, own))
    },
    join(other) {
      for (const [table, count] of other.counts) raise(counts, table, count)
      for (const [name, own] of other.plain) raise(plain, name, own)
      for (const [name, states] of other.newest)
        for (const [of, state] of states) keepNewest(newest, name, of, state)
    },
    heard: () => heard,
    counts: () => Object.fromEntries(counts),
    totals: () =>
      Object.fromEntries([...plain].map(([name, all]) => [name, stateSum(newest.get(name)) ?? all])),
    formerTotals: () => Object.fromEntries(plain),
  }
}

function raise(sumsByName: Map<string, number>, name: string, more: Fen | null): void {
  sumsByName.set(name, addUp([sumsByName.get(name) ?? 0, more]))
}

function stateIn({ id, month }: Carried, own: Fen | null): State {
  return { month: typeof month === 'number' ? month : 0, id, amount: own }
}

function keepNewest(newest: Heard['newest'], name: string, of: string, state: State): void {
  const states = newest.get(name) ?? new Map<string, State>()
  newest.set(name, states)
  const known = states.get(of)
  if (!known || isNewer(state, known)) states.set(of, state)
}

/** Of two of one month the later id: which came first in the package is no matter. */
function isNewer(state: State, known: State): boolean {
  return state.month === known.month ? state.id > known.id : state.month > known.month
}

function stateSum(states: ReadonlyMap<string, State> | undefined): Fen | null {
  return states ? addUpBy([...states.values()], (state) => state.amount) : null
}

/** 控制数 of a package: as it states them, as its records come to, and as they came to by `formerTotals`. */
export type TotalFacts = { stated: Totals; reckoned: Totals; former: Totals }

/**
 * 控制数 that a package states otherwise than its records come to. Packages of former programs state what they reckoned then:
 * either is right.
 */
export function totalDifferences({
  stated,
  reckoned,
  former,
}: TotalFacts): { name: string; stated: Fen; reckoned: Fen }[] {
  const names = new Set([...Object.keys(stated), ...Object.keys(reckoned)])
  return [...names].flatMap((name) => {
    const [theirs, ours] = [stated[name] ?? 0, reckoned[name] ?? 0]
    return theirs === ours || theirs === former[name] ? [] : [{ name, stated: theirs, reckoned: ours }]
  })
}
