import Box from '@mui/material/Box'
import { Link } from 'react-router'
import { type Stage, stageList, stages } from '#domain/coverage-map/stages'
import { type Cell, type CellLook, cellLooks, lookOf, shareOf } from '#domain/coverage-map/sums'
import { formatRate } from '#domain/execution/rate'
import { formatWan } from '#domain/money'
import { colours } from '#ui/theme'

/** Shape, colour and ground of a cell; the word stands in the legend and in its name. */
const looks: Readonly<Record<CellLook, { shape: string; colour: string; ground: string }>> = {
  full: { shape: '●', colour: colours.ok, ground: '#DDEBDD' },
  most: { shape: '▲', colour: colours.attention, ground: '#F3E6CF' },
  gap: { shape: '■', colour: colours.alarm, ground: '#F6D9D9' },
  none: { shape: '—', colour: colours.secondary, ground: colours.surface },
}

export type HeatRow = {
  id: string
  name: string
  cells: Readonly<Record<Stage, Cell>>
  /** Where a cell leads. */
  path: (stage: Stage) => string
  /** What has to be open before it leads there: the book of a county. */
  before?: () => void
}

const tableStyle = {
  borderCollapse: 'collapse',
  width: '100%',
  // Each column holds a mark, a count and a share; narrower ones would run into each other.
  minWidth: 1140,
  tableLayout: 'fixed',
  fontSize: 13,
  bgcolor: 'background.paper',
  '& th, & td': { border: `1px solid ${colours.line}`, p: 0 },
  // A height of its own lets the cell's ground fill the row.
  '& td': { height: '1px' },
  '& th': { bgcolor: colours.head, fontWeight: 600, textAlign: 'left', px: 2, py: 1.5 },
  '& thead th + th': { textAlign: 'right' },
  '& tbody th': { bgcolor: 'background.paper', fontWeight: 400 },
  '& tr.sum th, & tr.sum td': { fontWeight: 600 },
} as const

/** 热力表: rows against the stages; every cell says shape, done of due and share, and opens what it is made of. */
export function HeatTable(props: {
  label: string
  head: string
  rows: readonly HeatRow[]
  by: 'count' | 'money'
  /** The last row is the sum of the others. */
  summed?: boolean
}) {
  return (
    <Box component="table" aria-label={props.label} sx={tableStyle}>
      <colgroup>
        <col style={{ width: 190 }} />
        {stageList.map((stage) => (
          <col key={stage} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{props.head}</th>
          {stageList.map((stage) => (
            <th scope="col" key={stage}>
              {stages[stage]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, at) => (
          <tr key={row.id} className={props.summed && at === props.rows.length - 1 ? 'sum' : ''}>
            <th scope="row">{row.name}</th>
            {stageList.map((stage) => (
              <td key={stage}>
                <HeatCell row={row} stage={stage} by={props.by} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

function HeatCell({ row, stage, by }: { row: HeatRow; stage: Stage; by: 'count' | 'money' }) {
  const cell = row.cells[stage]
  const share = shareOf(cell, by)
  const kind = lookOf(share)
  const look = looks[kind]
  const text = by === 'count' ? `${cell.done.count}/${cell.due.count}` : wanPair(cell)
  const isMoney = by === 'money'
  const cellStyle = {
    display: 'flex',
    flexWrap: isMoney ? 'wrap' : 'nowrap',
    alignContent: 'center',
    height: '100%',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: 1,
    minHeight: isMoney ? 44 : 32,
    px: 2,
    bgcolor: look.ground,
    color: 'text.primary',
    textDecoration: 'none',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  }
  if (kind === 'none')
    return (
      <Box sx={{ ...cellStyle, color: look.colour }} title={cellLooks.none}>
        —
      </Box>
    )
  const name = `${row.name} ${stages[stage]}：${cellLooks[kind]}，${text}，${formatRate(share)}`
  return (
    <Box
      component={Link}
      to={row.path(stage)}
      onClick={row.before}
      aria-label={name}
      title={name}
      sx={{
        ...cellStyle,
        '&:hover, &:focus-visible': { outline: `2px solid ${colours.primary}`, outlineOffset: -2 },
      }}
    >
      <Box component="span" aria-hidden="true" sx={{ color: look.colour }}>
        {look.shape}
      </Box>
      <Box
        component="span"
        sx={isMoney ? { order: 1, width: '100%', textAlign: 'right', fontSize: 12, lineHeight: 1 } : {}}
      >
        {text}
      </Box>
      <Box component="span" sx={{ minWidth: 48, textAlign: 'right', color: 'text.secondary' }}>
        {formatRate(share)}
      </Box>
    </Box>
  )
}

/** Money in whole 万元: two amounts have to stand in one cell. */
function wanPair({ done, due }: Cell): string {
  const whole = (money: number) => formatWan(money).replace(/\.\d+$/, '')
  return `${whole(done.money)}/${whole(due.money)}`
}

/** What the shapes mean. */
export function HeatLegend({ by }: { by: 'count' | 'money' }) {
  const kinds = Object.keys(looks) as CellLook[] // the keys of the table
  const words: Readonly<Record<CellLook, string>> = {
    full: '已覆盖（全部）',
    most: '基本覆盖（80% 以上）',
    gap: '有缺口',
    none: '不适用或没有应办事项',
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, fontSize: 12, color: colours.secondary }}>
      {kinds.map((kind) => (
        <span key={kind}>
          <Box component="span" aria-hidden="true" sx={{ color: looks[kind].colour }}>
            {looks[kind].shape}
          </Box>{' '}
          {words[kind]}
        </span>
      ))}
      <span>
        {by === 'count'
          ? '格内为 已办/应办 个数。点格子看缺口和原因。'
          : '格内为 已办/应办 金额（万元）。多类合计只计项目和政策，部门整体和政府预算含其金额，不重复计。'}
      </span>
    </Box>
  )
}
