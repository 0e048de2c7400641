import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { BigTable, type Column } from './BigTable.tsx'
import { EmptyState } from './EmptyState.tsx'
import type { Ledger } from './use-ledger.ts'

type LedgerTableProps<Row, Filter> = {
  ledger: Ledger<Row, Filter>
  label: string
  /** What a row is, for the sentence that none fits the filter. */
  what: string
  columns: readonly Column<Row>[]
  nameOf: (row: Row) => string
  onOpen: (row: Row) => void
  /** By default Esc lets the chosen rows go, then the filter. */
  onLeave?: () => void
  /** What stands there while the ledger has no row at all. */
  children: ReactNode
}

/** The table of a ledger. What the filter leaves empty offers to take the filter away. */
export function LedgerTable<Row, Filter>(props: LedgerTableProps<Row, Filter>) {
  const { ledger } = props
  return (
    <BigTable<Row>
      label={props.label}
      rows={ledger.shown}
      idOf={ledger.idOf}
      nameOf={props.nameOf}
      columns={props.columns}
      widths={ledger.widths}
      onWidth={ledger.setWidth}
      sort={ledger.sort}
      onSort={(next) => ledger.select({ sort: next.column, order: next.descending ? 'down' : '' })}
      selected={ledger.selected}
      onSelect={ledger.setSelected}
      current={ledger.current}
      onCurrent={ledger.setCurrent}
      onOpen={props.onOpen}
      onLeave={ledger.selected.size > 0 ? ledger.unselect : (props.onLeave ?? ledger.clearFilters)}
      empty={
        ledger.filtered ? (
          <EmptyState text={`没有符合筛选条件的${props.what}。`}>
            <Button variant="outlined" onClick={ledger.clearFilters}>
              清除筛选
            </Button>
          </EmptyState>
        ) : (
          props.children
        )
      }
    />
  )
}
