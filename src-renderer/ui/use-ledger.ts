import { useMemo, useState } from 'react'
import type { Unit } from '#domain/year-book'
import type { Sort } from './BigTable.tsx'
import { useAddress } from './use-address.ts'

/** How the rows of one ledger are named, chosen by the address and put in order. */
export type LedgerOrder<Row, Filter> = {
  idOf: (row: Row) => string
  filterKeys: readonly (keyof Filter & string)[]
  readFilter: (address: URLSearchParams) => Filter
  /** `anyGroup` leaves out what the tabs above the ledger choose: their counts need it. */
  filterRows: (
    rows: readonly Row[],
    filter: Filter,
    units: readonly Unit[],
    anyGroup?: boolean,
  ) => readonly Row[]
  sortRows: (rows: readonly Row[], column: string, descending: boolean) => readonly Row[]
  /** The column that says the order while none is chosen; without it the rows come as they are. */
  usualColumn?: string
}

export type Ledger<Row, Filter> = ReturnType<typeof useLedger<Row, Filter & Record<string, string>>>

/**
 * The state of a ledger: filter and order live in the address; widths, chosen rows and the place of the keyboard in the
 * window. `rows` is null while anything is read; a page that may have thousands hands them over by `useDeferredValue`: they
 * are drawn beside what the user does, not in one piece. A ledger with a panel beside it stands on its first row (`first` 0).
 */
export function useLedger<Row, Filter extends Record<string, string>>(
  order: LedgerOrder<Row, Filter>,
  {
    rows,
    units,
    first = -1,
  }: { rows: readonly Row[] | null; units?: readonly Unit[] | undefined; first?: 0 | -1 },
) {
  const [address, setInAddress] = useAddress()
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>({})
  const [marked, setMarked] = useState<ReadonlySet<string>>(none)
  // By the row, not by its place: a ledger that was worked out anew must not push another one under the panel.
  const [at, setAt] = useState({ index: first as number, id: '' })

  const addressText = address.toString()
  const filter = useMemo(() => order.readFilter(new URLSearchParams(addressText)), [order, addressText])
  const sort: Sort = {
    column: address.get('sort') ?? order.usualColumn ?? '',
    descending: address.get('order') === 'down',
  }
  const inAnyGroup = useMemo(
    () => order.filterRows(rows ?? [], filter, units ?? [], true),
    [order, rows, filter, units],
  )
  const shown = useMemo(
    () => order.sortRows(order.filterRows(inAnyGroup, filter, units ?? []), sort.column, sort.descending),
    [order, inAnyGroup, filter, units, sort.column, sort.descending],
  )
  // A row that is filtered away is no longer acted upon.
  const chosen = useMemo(() => shown.filter((row) => marked.has(order.idOf(row))), [order, shown, marked])
  const selected = useMemo(() => new Set(chosen.map(order.idOf)), [order, chosen])
  const place = useMemo(() => shown.findIndex((row) => order.idOf(row) === at.id), [order, shown, at.id])

  /** Another selection is read from its top. */
  function select(changes: Readonly<Record<string, string>>) {
    setAt({ index: first, id: '' })
    setInAddress(changes)
  }

  return {
    idOf: order.idOf,
    filter,
    filtered: order.filterKeys.some((key) => filter[key] !== ''),
    sort,
    inAnyGroup,
    shown,
    chosen,
    selected,
    current: place >= 0 ? place : Math.min(at.index, shown.length - 1),
    widths,
    select,
    /** A to-do names a state that no filter of the page may have: it goes too. */
    clearFilters: () =>
      select({ ...Object.fromEntries(order.filterKeys.map((key) => [key, ''])), state: '' }),
    setWidth: (column: string, width: number) => setWidths((before) => ({ ...before, [column]: width })),
    setSelected: setMarked,
    unselect: () => setMarked(none),
    setCurrent(index: number) {
      const row = shown[index]
      setAt({ index, id: row ? order.idOf(row) : '' })
    },
  }
}

const none: ReadonlySet<string> = new Set()
