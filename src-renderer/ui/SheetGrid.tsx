import Box from '@mui/material/Box'
import { severityMarks } from './SeverityMark.tsx'
import { type CellPlace, rangeOf, type SheetRow, type SheetState } from './sheet-model.ts'
import type { SheetColumn, SheetMark, SheetProps } from './sheet-types.ts'
import { colours } from './theme.ts'

const gutterWidth = 36

type GridProps = Omit<SheetProps, 'onRows'> & {
  state: SheetState
  readOnlyColumns: readonly boolean[]
  /** An empty row stands below the last one. */
  hasRowBelow: boolean
  onPlace: (cell: CellPlace, extend: boolean) => void
  onRows: (from: number, to: number) => void
  onEdit: () => void
  /** A press on the line that stands where there are no rows yet. */
  onBlank: () => void
}

const tableStyle = {
  borderCollapse: 'separate',
  borderSpacing: 0,
  tableLayout: 'fixed',
  fontSize: 13,
  lineHeight: '20px',
  fontVariantNumeric: 'tabular-nums',
  cursor: 'cell',
  userSelect: 'none',
  '& th, & td': {
    borderRight: `1px solid ${colours.line}`,
    borderBottom: `1px solid ${colours.line}`,
    p: '6px 8px',
    position: 'relative',
    fontWeight: 400,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    scrollMarginTop: 36,
    scrollMarginBottom: 40,
    scrollMarginLeft: gutterWidth + 8,
  },
  '& tbody tr': { height: 34 },
  '& tbody td': { verticalAlign: 'top' },
  '& thead th': {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    bgcolor: colours.head,
    fontWeight: 600,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  '& tfoot td, & tfoot th': {
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    bgcolor: colours.head,
    fontWeight: 600,
    borderTop: `1px solid ${colours.control}`,
    borderBottom: 0,
    whiteSpace: 'nowrap',
  },
} as const

export function SheetGrid(props: GridProps) {
  const { columns, state, sums } = props
  const width = gutterWidth + columns.reduce((sum, column) => sum + column.width, 0)
  return (
    <Box
      component="table"
      role="grid"
      aria-label={props.label}
      sx={{ ...tableStyle, width, minWidth: width }}
    >
      <colgroup>
        <col width={gutterWidth} />
        {columns.map((column) => (
          <col key={column.key} width={column.width} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <Box
            component="th"
            scope="col"
            sx={{ color: colours.secondary, px: '0 !important', textAlign: 'center !important' }}
          >
            行
          </Box>
          {columns.map((column) => (
            <Box
              component="th"
              scope="col"
              key={column.key}
              title={column.title}
              sx={{ textAlign: column.align ?? 'left' }}
            >
              {column.title}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {state.rows.map((row, index) => (
          <GridRow key={row.id} {...props} row={row} index={index} />
        ))}
        {state.rows.length === 0 && (
          <tr>
            <Box
              component="td"
              colSpan={columns.length + 1}
              onMouseDown={(event) => {
                if (event.button !== 0) return
                event.preventDefault()
                props.onBlank()
              }}
              sx={{ color: colours.secondary }}
            >
              {props.blank ?? '还没有内容。直接输入，或从 Excel、WPS 复制后粘贴到这里。'}
            </Box>
          </tr>
        )}
        {props.hasRowBelow && <GridRow {...props} row={null} index={state.rows.length} />}
      </tbody>
      {sums && (
        <tfoot>
          <tr>
            <Box component="th" scope="row" sx={{ textAlign: 'center', px: '0 !important' }}>
              计
            </Box>
            {columns.map((column) => (
              <Box component="td" key={column.key} sx={{ textAlign: column.align ?? 'left' }}>
                {sums[column.key] ?? ''}
              </Box>
            ))}
          </tr>
        </tfoot>
      )}
    </Box>
  )
}

/** `row` is null for the one below the last: it is a row once something is written in it. */
function GridRow(props: GridProps & { row: SheetRow | null; index: number }) {
  const { state, row, index, columns } = props
  const range = rangeOf(state)
  const inRange = index >= range.top && index <= range.bottom
  return (
    <tr aria-selected={inRange} data-below={row === null}>
      <Box
        component="th"
        scope="row"
        title={row ? '选中整行' : '在这里输入，即增加一行'}
        onMouseDown={(event) => {
          event.preventDefault()
          props.onRows(event.shiftKey ? state.anchor.row : index, index)
        }}
        sx={{
          textAlign: 'center',
          color: inRange ? colours.primary : colours.secondary,
          bgcolor: inRange ? colours.selected : colours.head,
          cursor: 'default',
          px: '0 !important',
        }}
      >
        {index + 1}
      </Box>
      {columns.map((column, col) => (
        <GridCell
          key={column.key}
          column={column}
          text={row?.cells[col] ?? ''}
          readOnly={props.readOnlyColumns[col] === true}
          active={state.cursor.row === index && state.cursor.col === col}
          selected={inRange && col >= range.left && col <= range.right}
          mark={row && (props.unreadOf?.(row, column.key) ?? props.markOf?.(row.id, column.key) ?? null)}
          onPlace={(extend) => props.onPlace({ row: index, col }, extend)}
          onEdit={props.onEdit}
        />
      ))}
    </tr>
  )
}

function GridCell(props: {
  column: SheetColumn
  text: string
  readOnly: boolean
  active: boolean
  selected: boolean
  mark: SheetMark | null
  onPlace: (extend: boolean) => void
  onEdit: () => void
}) {
  const { mark, active } = props
  const ground =
    props.selected && !active ? colours.selected : props.readOnly ? colours.page : colours.surface
  return (
    <Box
      component="td"
      data-active={active}
      aria-readonly={props.readOnly}
      aria-selected={props.selected}
      title={mark?.text}
      onMouseDown={(event) => {
        if (event.button !== 0) return
        event.preventDefault()
        props.onPlace(event.shiftKey)
      }}
      onMouseEnter={(event) => event.buttons === 1 && props.onPlace(true)}
      onDoubleClick={props.onEdit}
      sx={{
        textAlign: props.column.align ?? 'left',
        bgcolor: ground,
        color: props.readOnly ? colours.secondary : colours.text,
        ...(active ? { outline: `2px solid ${colours.primary}`, outlineOffset: -2 } : {}),
      }}
    >
      {props.text}
      {mark && (
        <Box
          component="span"
          role="img"
          aria-label={`${severityMarks[mark.severity].word}：${mark.text}`}
          sx={{
            position: 'absolute',
            top: 0,
            right: 2,
            fontSize: 9,
            lineHeight: '11px',
            color: severityMarks[mark.severity].colour,
          }}
        >
          {severityMarks[mark.severity].shape}
        </Box>
      )}
    </Box>
  )
}
