import Box from '@mui/material/Box'
import {
  type ExecutionNotice,
  type ExecutionState,
  executionNotices,
  executionStates,
  type LedgerLine,
} from '#domain/execution/ledger'
import { formatRate } from '#domain/execution/rate'
import { type Fen, formatWan, formatWanExact } from '#domain/money'
import type { Column } from '#ui/BigTable.tsx'
import { NameEnd } from '#ui/NameEnd.tsx'
import { colours } from '#ui/theme'

const stateLooks: Readonly<Record<ExecutionState, { shape: string; colour: string }>> = {
  matched: { shape: '●', colour: colours.ok },
  missing: { shape: '○', colour: colours.secondary },
  unmatched: { shape: '▲', colour: colours.attention },
  other: { shape: '—', colour: colours.secondary },
}
const noticeLooks: Readonly<Record<ExecutionNotice, { shape: string; colour: string }>> = {
  behind: { shape: '▲', colour: colours.attention },
  correction: { shape: '◆', colour: colours.excess },
  overpaid: { shape: '■', colour: colours.alarm },
}

export function ExecutionStateMark({ state }: { state: ExecutionState }) {
  return (
    <Box component="span" sx={{ color: stateLooks[state].colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{stateLooks[state].shape}</span> {executionStates[state]}
    </Box>
  )
}

export function ExecutionNoticeMark({ notice }: { notice: ExecutionNotice }) {
  return (
    <Box component="span" sx={{ color: noticeLooks[notice].colour, whiteSpace: 'nowrap', mr: 2 }}>
      <span aria-hidden="true">{noticeLooks[notice].shape}</span> {executionNotices[notice]}
    </Box>
  )
}

function money(id: string, title: string, read: (row: LedgerLine) => Fen): Column<LedgerLine> {
  return {
    ...{ id, title, width: 92, align: 'right' },
    cell: (row) => formatWan(read(row)),
    hover: (row) => `${formatWanExact(read(row))} 万元`,
  }
}

/** Columns of the ledger; the first stays in place. */
export const executionColumns: Column<LedgerLine>[] = [
  {
    ...{ id: 'name', title: '项目名称', width: 160, grow: 2 },
    cell: (row) => row.name || '（未填名称）',
    hover: (row) => `${row.code} ${row.name}`.trim(),
  },
  {
    ...{ id: 'unit', title: '单位', width: 108, grow: 1, sortable: false },
    cell: (row) => <NameEnd text={row.unitName} />,
    hover: (row) => row.unitName,
  },
  money('adjusted', '调整后预算', ({ figures }) => figures.adjusted),
  money('paid', '支出', ({ figures }) => figures.paid),
  {
    ...{ id: 'rate', title: '支出进度', width: 74, align: 'right' },
    cell: ({ figures }) => formatRate(figures.rate),
  },
  {
    ...{ id: 'reference', title: '参照', width: 62, align: 'right', sortable: false },
    cell: ({ reference }) => (reference === null ? '—' : formatRate(reference)),
    hover: ({ reference }) => (reference === null ? '没有对应项目的，不设参照' : '用款计划到本月的进度'),
  },
  {
    ...{ id: 'gap', title: '与参照差额', width: 92, align: 'right' },
    cell: ({ figures, reference }) => (reference === null ? '—' : formatWan(figures.gap)),
    hover: ({ figures, reference }) =>
      reference === null
        ? ''
        : `支出比参照${figures.gap < 0 ? '少' : '多'} ${formatWanExact(Math.abs(figures.gap))} 万元`,
  },
  {
    ...{ id: 'state', title: '提示', width: 104, grow: 1 },
    cell: ({ state, notices }) => (
      <>
        {state !== 'matched' && <ExecutionStateMark state={state} />}{' '}
        {notices.map((notice) => (
          <ExecutionNoticeMark key={notice} notice={notice} />
        ))}
      </>
    ),
    hover: ({ state, notices }) =>
      [executionStates[state], ...notices.map((notice) => executionNotices[notice])].join('、'),
  },
  money('allocated', '指标下达', ({ figures }) => figures.allocated),
]
