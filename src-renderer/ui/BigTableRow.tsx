import { memo } from 'react'
import type { BigTableProps } from './BigTable.tsx'

/** Rows of a virtual grid are placed one by one, which those of a <table> cannot be. */
const Row = 'div'
const Cell = 'div'

type BigTableRowProps<Item> = {
  table: BigTableProps<Item>
  template: string
  row: Item
  index: number
  /** Where it stands, in px below the head. */
  start: number
  isHere: boolean
  isChosen: boolean
  onOpen: (row: Item) => void
}

function DrawnRow<Item>(props: BigTableRowProps<Item>) {
  const { table, template, row, index, start, isHere, isChosen } = props
  return (
    <Row
      id={`row-${table.idOf(row)}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-here={isHere}
      onClick={() => table.onCurrent(index)}
      onDoubleClick={() => props.onOpen(row)}
      style={{ transform: `translateY(${start}px)`, gridTemplateColumns: template }}
    >
      <Cell role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isChosen}
          onChange={() => toggle(table, row)}
          aria-label={`选择 ${table.nameOf(row)}`}
        />
      </Cell>
      {table.columns.map((column) => (
        <Cell key={column.id} role="gridcell" title={column.hover?.(row)} data-align={column.align ?? 'left'}>
          {column.cell(row)}
        </Cell>
      ))}
    </Row>
  )
}

/** One row of a ledger; drawn again only when the table was, not while it is scrolled. */
export const BigTableRow = memo(DrawnRow) as typeof DrawnRow // memo forgets that rows are of any kind

/** Chooses a row, or lets it go. */
export function toggle<Item>(table: BigTableProps<Item>, row: Item): void {
  const next = new Set(table.selected)
  const id = table.idOf(row)
  if (!next.delete(id)) next.add(id)
  table.onSelect(next)
}
