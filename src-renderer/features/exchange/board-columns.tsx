import Box from '@mui/material/Box'
import { type BoardRow, type BoardState, boardStates } from '#domain/exchange/board'
import type { Level } from '#domain/year-book'
import type { Column } from '#ui/BigTable.tsx'
import { momentText } from '#ui/moment-text'
import { NameEnd } from '#ui/NameEnd.tsx'
import { colours } from '#ui/theme'
import { Mark } from './PackageMark.tsx'
import { countsText, totalsText } from './package-words.ts'

const looks = {
  missing: ['○', colours.secondary],
  late: ['■', colours.alarm],
  waiting: ['▲', colours.attention],
  received: ['●', colours.ok],
  partly: ['▲', colours.attention],
  refused: ['■', colours.alarm],
} as const satisfies Record<BoardState, readonly [string, string]>

/** Columns of the collection board: a unit with its department, a county by itself. */
export function boardColumns(level: Level | ''): Column<BoardRow>[] {
  const department: Column<BoardRow> = {
    ...{ id: 'department', title: '主管部门', width: 140, grow: 1, sortable: false },
    cell: ({ party }) => <NameEnd text={party.department} />,
    hover: ({ party }) => party.department,
  }
  return [
    {
      ...{ id: 'name', title: level === 'city' ? '区县' : '单位', width: 180, grow: 2, sortable: false },
      cell: ({ party }) => <NameEnd text={party.name} />,
      hover: ({ party }) => party.name,
    },
    ...(level === 'city' ? [] : [department]),
    {
      ...{ id: 'state', title: '状态', width: 110, sortable: false },
      cell: ({ state }) => <StateMark state={state} />,
    },
    {
      ...{ id: 'at', title: '收到时间', width: 176, sortable: false },
      cell: ({ latest, isLate }) =>
        latest && (
          <>
            {momentText(latest.at)}
            {isLate && (
              <Box component="span" sx={{ color: colours.alarm }}>
                {' '}
                ■ 逾期
              </Box>
            )}
          </>
        ),
    },
    {
      ...{ id: 'version', title: '版本', width: 112, sortable: false },
      cell: ({ latest, versions }) =>
        latest && `第 ${latest.sequence} 号${versions > 1 ? `（${versions} 次）` : ''}`,
    },
    {
      ...{ id: 'faults', title: '未采用', width: 64, align: 'right' as const, sortable: false },
      cell: ({ faults }) => (faults > 0 ? faults : ''),
    },
    {
      ...{ id: 'content', title: '内容', width: 200, grow: 2, sortable: false },
      cell: ({ latest }) =>
        latest && [countsText(latest.counts), totalsText(latest.totals)].filter(Boolean).join('；'),
      hover: ({ latest }) =>
        latest ? [countsText(latest.counts), totalsText(latest.totals)].join('\n') : '',
    },
  ]
}

function StateMark({ state }: { state: BoardState }) {
  const [shape, colour] = looks[state]
  return <Mark shape={shape} colour={colour} word={boardStates[state]} />
}
