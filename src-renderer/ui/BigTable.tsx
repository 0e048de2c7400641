import Box from '@mui/material/Box'
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import { BigTableHead } from './BigTableHead.tsx'
import { BigTableRow } from './BigTableRow.tsx'
import { colours } from './theme.ts'
import { useGridKeys } from './use-grid-keys.ts'

export type Column<Row> = {
  id: string
  title: string
  width: number
  /** Figures stand right. */
  align?: 'left' | 'right'
  cell: (row: Row) => ReactNode
  /** Whole text on hover where the cell shortens it. */
  hover?: (row: Row) => string
  sortable?: boolean
  /** Share of the room that is left on a wide screen, until the user sets a width. */
  grow?: number
}

export type Sort = { column: string; descending: boolean }

export type BigTableProps<Row> = {
  label: string
  rows: readonly Row[]
  idOf: (row: Row) => string
  /** What a row is called aloud, for its check box. */
  nameOf: (row: Row) => string
  /** Shown columns; the first stays in place when scrolled sideways. */
  columns: readonly Column<Row>[]
  widths: Readonly<Record<string, number>>
  onWidth: (column: string, width: number) => void
  sort: Sort
  onSort: (sort: Sort) => void
  selected: ReadonlySet<string>
  onSelect: (ids: ReadonlySet<string>) => void
  /** Row the keyboard stands on; -1 for none. */
  current: number
  onCurrent: (index: number) => void
  onOpen: (row: Row) => void
  onLeave?: () => void
  empty: ReactNode
}

/** By the label of a ledger: the row that was opened last. */
const lastOpened = new Map<string, string>()

export const rowHeight = 34
const checkWidth = 40

/** Virtual ledger table: only the rows in sight are drawn; ↑↓ PageUp PageDown Home End move, Space selects, Enter opens. */
export function BigTable<Item>(props: BigTableProps<Item>) {
  const { rows, columns, widths, selected, current } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual: Virtualizer<HTMLDivElement, Element> = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // Before it is measured: the first rows are drawn with the page, not once more after it.
    initialRect: { width: 0, height: 12 * rowHeight },
    // While the wheel turns each row costs the frame: those out of sight come once it rests.
    rangeExtractor: (range) => defaultRangeExtractor({ ...range, overscan: virtual.isScrolling ? 3 : 12 }),
    // The head lies over the first rows' height.
    scrollPaddingStart: rowHeight,
  })
  const widthOf = useCallback((column: Column<Item>) => widths[column.id] ?? column.width, [widths])
  const { template, totalWidth } = tracksOf(columns, widths)

  // A row that the address names is brought into sight; one that is there already does not move.
  const reveal = useRef(virtual.scrollToIndex)
  reveal.current = (index) => {
    const { startIndex = 0, endIndex = 0 } = virtual.range ?? {}
    // To ask where it would scroll to makes the browser lay out the page.
    if (index > startIndex && index < endIndex) return
    if (index === 0 && virtual.scrollOffset === 0) return
    virtual.scrollToIndex(index)
  }
  useEffect(() => {
    if (current >= 0) reveal.current(current)
  }, [current])

  // Whoever comes back from a record goes on at its row, by the keyboard too.
  const arrive = useRef(() => {
    const opened = lastOpened.get(props.label)
    const index = rows.findIndex((row) => props.idOf(row) === opened)
    if (index >= 0) moveTo(index)
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  })
  useEffect(() => arrive.current(), [])

  // With the last chosen row the bar of buttons goes, and the focus that was on it: the keyboard goes on at the rows.
  const isAnyChosen = selected.size > 0
  useEffect(() => {
    if (!isAnyChosen && document.activeElement === document.body)
      scroller.current?.focus({ preventScroll: true })
  }, [isAnyChosen])

  const open = useCallback(
    (row: Item) => {
      lastOpened.set(props.label, props.idOf(row))
      props.onOpen(row)
    },
    [props],
  )

  function moveTo(index: number) {
    const bounded = Math.max(0, Math.min(rows.length - 1, index))
    if (rows.length === 0) return
    props.onCurrent(bounded)
    virtual.scrollToIndex(bounded)
  }

  const onKeyDown = useGridKeys(props, { scroller, moveTo, open })

  // Props are the same while it is only scrolled: then neither the head nor the rows that stay are drawn again.
  const head = useMemo(
    () => <BigTableHead {...props} template={template} totalWidth={totalWidth} widthOf={widthOf} />,
    [props, template, totalWidth, widthOf],
  )
  const currentRow = rows[current]
  return (
    <Box
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={currentRow === undefined ? undefined : `row-${props.idOf(currentRow)}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      sx={{
        flex: 1,
        minHeight: 0,
        overflow: 'auto',
        bgcolor: 'background.paper',
        fontSize: 13,
        position: 'relative',
        containerType: 'inline-size',
        '&:focus-visible': { outlineOffset: -2 },
        '@media print': { overflow: 'visible' },
      }}
    >
      {virtual.getVirtualItems().length < rows.length && (
        <Box sx={{ display: 'none', displayPrint: 'block', py: 1 }}>
          只打印了屏幕上的这些行，全部 {rows.length} 项请导出后打印。
        </Box>
      )}
      {head}
      <Box role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth: totalWidth }} sx={rowsStyle}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          const id = props.idOf(row)
          return (
            <BigTableRow
              key={id}
              table={props}
              template={template}
              row={row}
              index={index}
              start={start}
              isHere={index === current}
              isChosen={selected.has(id)}
              onOpen={open}
            />
          )
        })}
      </Box>
      {rows.length === 0 && (
        // A grid holds rows only: what can be pressed in the empty state stands in a cell.
        <Box role="row">
          <Box role="gridcell" aria-colspan={columns.length + 1}>
            {props.empty}
          </Box>
        </Box>
      )}
    </Box>
  )
}

/** The tracks of the grid: check boxes, the columns, and what is left over where none of them grows. */
function tracksOf<Row>(
  columns: BigTableProps<Row>['columns'],
  widths: BigTableProps<Row>['widths'],
): { template: string; totalWidth: number } {
  const widthOf = (column: Column<Row>) => widths[column.id] ?? column.width
  const isGrowing = (column: Column<Row>) => column.grow && widths[column.id] === undefined
  const tracks = columns.map((column) => {
    const width = `${widthOf(column)}px`
    return isGrowing(column) ? `minmax(${width}, ${column.grow}fr)` : width
  })
  const rest = columns.some(isGrowing) ? [] : ['minmax(0, 1fr)']
  return {
    template: [`${checkWidth}px`, ...tracks, ...rest].join(' '),
    totalWidth: columns.reduce((sum, column) => sum + widthOf(column), checkWidth),
  }
}

export const pinned = {
  position: 'sticky',
  left: checkWidth,
  // Beside a panel in a small window it would lie over all the others.
  '@container (max-width: 640px)': { position: 'relative', left: 0, zIndex: 0 },
  zIndex: 1,
  borderRight: 1,
  borderColor: 'divider',
} as const

export const checkCell = {
  position: 'sticky',
  left: 0,
  zIndex: 1,
  display: 'grid',
  placeItems: 'center',
} as const

/** One style for all rows: a styled component for each of some hundred cells would be most of the drawing. */
const rowsStyle = {
  position: 'relative',
  // Room for all rows would be empty pages: only those on the screen are there.
  '@media print': { height: 'auto !important' },
  '& > [role=row]': {
    position: 'absolute',
    insetInline: 0,
    top: 0,
    height: rowHeight,
    display: 'grid',
    cursor: 'default',
    borderBottom: 1,
    borderColor: 'divider',
    // The pinned cells lie over the others and need a ground of their own.
    '&, & > *': { bgcolor: 'background.paper' },
    '&:hover, &:hover > *': { bgcolor: colours.head },
    '&[aria-selected=true], &[aria-selected=true] > *, &[data-here=true], &[data-here=true] > *': {
      bgcolor: colours.selected,
    },
    '&[data-here=true]': { boxShadow: `inset 3px 0 0 ${colours.primary}` },
  },
  '& [role=gridcell]': {
    px: 2,
    lineHeight: `${rowHeight - 1}px`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '&[data-align=right]': { textAlign: 'right' },
    '&:nth-of-type(2)': pinned,
    '&:first-of-type': { ...checkCell, px: 0 },
  },
  '& input[type=checkbox]': { width: 16, height: 16, m: 0, accentColor: colours.primary },
} as const
