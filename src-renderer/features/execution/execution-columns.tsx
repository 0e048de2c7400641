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
import { isKnown } from './execution-rows.ts'

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

/** `read` gives null where the treasury says nothing of it. */
function money(
  id: string,
  title: string,
  width: number,
  read: (row: LedgerLine) => Fen | null,
): Column<LedgerLine> {
  const shown = (row: LedgerLine, format: (amount: Fen) => string, none: string) => {
    const amount = read(row)
    return amount === null ? none : format(amount)
  }
  return {
    ...{ id, title: `${title}（万元）`, width, align: 'right' },
    cell: (row) => shown(row, formatWan, '—'),
    hover: (row) => shown(row, (amount) => `${formatWanExact(amount)} 万元`, executionStates.missing),
  }
}

/** Columns of the ledger; the first stays in place. */
export const executionColumns: Column<LedgerLine>[] = [
  {
    ...{ id: 'name', title: '项目名称', width: 146, grow: 2 },
    cell: (row) => row.name || '（未填名称）',
    hover: (row) => `${row.code} ${row.name}`.trim(),
  },
  {
    ...{ id: 'unit', title: '单位', width: 98, grow: 1, sortable: false },
    cell: (row) => <NameEnd text={row.unitName} />,
    hover: (row) => row.unitName,
  },
  money('adjusted', '调整后预算', 138, ({ figures }) => figures.adjusted),
  money('paid', '支出', 96, (row) => (isKnown(row) ? row.figures.paid : null)),
  {
    ...{ id: 'rate', title: '进度', width: 60, align: 'right' },
    cell: (row) => formatRate(isKnown(row) ? row.figures.rate : null),
  },
  {
    ...{ id: 'reference', title: '参照', width: 62, align: 'right', sortable: false },
    cell: ({ reference }) => (reference === null ? '—' : formatRate(reference)),
    hover: ({ goalId, reference }) => {
      if (goalId === '') return '没有对应项目的，不设参照'
      return reference === null ? '还没有国库台账，不与参照比较' : '用款计划到本月的进度'
    },
  },
  {
    ...{ id: 'gap', title: '比参照（万元）', width: 110, align: 'right' },
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
  money('allocated', '指标下达', 118, (row) => (isKnown(row) ? row.figures.allocated : null)),
]
