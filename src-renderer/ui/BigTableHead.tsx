import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import type { PointerEvent } from 'react'
import { type BigTableProps, type Column, checkCell, pinned, rowHeight } from './BigTable.tsx'
import { colours } from './theme.ts'

const narrowest = 60
const widest = 720

/** Head of the ledger: sorts on click, resizes by its right edge, selects everything that is filtered. */
export function BigTableHead<Row>(
  props: BigTableProps<Row> & {
    template: string
    totalWidth: number
    widthOf: (column: Column<Row>) => number
  },
) {
  const { rows, columns, selected, sort } = props
  const all = rows.length > 0 && rows.every((row) => selected.has(props.idOf(row)))

  function startResize(event: PointerEvent<HTMLElement>, column: Column<Row>) {
    event.preventDefault()
    const edge = event.currentTarget
    const from = event.clientX
    const width = props.widthOf(column)
    edge.setPointerCapture(event.pointerId)
    function move(moved: globalThis.PointerEvent) {
      props.onWidth(column.id, Math.max(narrowest, Math.min(widest, width + moved.clientX - from)))
    }
    edge.addEventListener('pointermove', move)
    edge.addEventListener('pointerup', () => edge.removeEventListener('pointermove', move), { once: true })
  }

  return (
    <Box role="rowgroup" sx={{ position: 'sticky', top: 0, zIndex: 3, minWidth: props.totalWidth }}>
      <Box
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: props.template }}
        sx={{
          display: 'grid',
          height: rowHeight,
          bgcolor: colours.head,
          borderBottom: 1,
          borderColor: 'divider',
          fontWeight: 600,
        }}
      >
        <Box role="columnheader" sx={{ ...checkCell, bgcolor: colours.head }}>
          <Checkbox
            checked={all}
            indeterminate={!all && selected.size > 0}
            onChange={() => props.onSelect(all ? new Set() : new Set(rows.map(props.idOf)))}
            slotProps={{ input: { 'aria-label': '选择筛选出的全部' } }}
          />
        </Box>
        {columns.map((column, index) => {
          const sorted = sort.column === column.id
          return (
            <Box
              key={column.id}
              role="columnheader"
              aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              sx={{
                position: 'relative',
                bgcolor: colours.head,
                ...(index === 0 && pinned),
              }}
            >
              <Box
                component="button"
                type="button"
                disabled={column.sortable === false}
                onClick={() => props.onSort({ column: column.id, descending: sorted && !sort.descending })}
                sx={{
                  all: 'unset',
                  boxSizing: 'border-box',
                  width: '100%',
                  height: '100%',
                  px: 2,
                  cursor: column.sortable === false ? 'default' : 'pointer',
                  textAlign: column.align ?? 'left',
                  overflow: 'hidden',
                  textOverflow: 'ellipsis',
                  whiteSpace: 'nowrap',
                  lineHeight: `${rowHeight - 1}px`,
                  '&:focus-visible': { outline: `2px solid ${colours.primary}`, outlineOffset: -2 },
                }}
              >
                {column.title}
                {sorted && <span aria-hidden="true">{sort.descending ? ' ▼' : ' ▲'}</span>}
              </Box>
              <Box
                aria-hidden="true"
                onPointerDown={(event) => startResize(event, column)}
                sx={{
                  position: 'absolute',
                  right: -3,
                  top: 6,
                  bottom: 6,
                  width: 7,
                  zIndex: 2,
                  cursor: 'col-resize',
                  '&::after': {
                    content: '""',
                    position: 'absolute',
                    left: 3,
                    insetBlock: 0,
                    width: '1px',
                    bgcolor: colours.control,
                  },
                }}
              />
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}
