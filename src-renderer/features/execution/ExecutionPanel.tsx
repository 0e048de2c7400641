import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link } from 'react-router'
import { matchExecutions } from '#actions/match-executions'
import { type ExecutionRow, matchWays, months } from '#domain/execution/execution'
import { type LedgerLine, treasuryLineOf } from '#domain/execution/ledger'
import { indexGoals } from '#domain/execution/match'
import { formatRate, rateOf } from '#domain/execution/rate'
import { stateAt } from '#domain/execution/totals'
import { fundingSources } from '#domain/goals/goal'
import { addUp, formatWan, formatWanExact } from '#domain/money'
import { may } from '#domain/people/permissions'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { executionsOfLine } from '#storage/executions'
import { goalLines } from '#storage/goal-lines'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { ExecutionNoticeMark, ExecutionStateMark } from './execution-columns.tsx'
import { GoalChoice } from './GoalChoice.tsx'

/** What a figure of the ledger rests on: month by month, the treasury's lines with their places, and whose they are. */
export function ExecutionPanel(props: {
  row: LedgerLine | undefined
  month: number
  units: readonly Unit[]
}) {
  const { row, month, units } = props
  const { book, by } = useSession()
  const id = row?.id
  const found = useLiveQuery(
    async () => ({ id, rows: row ? await executionsOfLine(book.id, row.goalId, treasuryLineOf(row)) : [] }),
    [book.id, id],
  )
  // Those of the row before are not this one's.
  const rows = found?.id === id ? found?.rows : undefined
  return (
    <Box component="aside" aria-label="所选项目的执行情况" tabIndex={0} sx={panelStyle}>
      {!row && <Box sx={{ color: colours.secondary }}>选中一行，这里显示它逐月的支出和国库台账的出处。</Box>}
      {row && (
        <>
          <Box>
            <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
              {row.name}
            </Typography>
            <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {row.unitName}
              {row.code && ` · ${row.code}`}
            </Box>
            <Box sx={{ mt: 1 }}>
              <ExecutionStateMark state={row.state} />{' '}
              {row.notices.map((notice) => (
                <ExecutionNoticeMark key={notice} notice={notice} />
              ))}
            </Box>
          </Box>
          {row.goalId !== '' && (
            <Button variant="outlined" component={Link} to={`/goals/${row.goalId}`}>
              打开项目的目标
            </Button>
          )}
          {rows && <Months rows={rows} month={month} />}
          {rows && <Sources rows={stateAt(rows, month)} />}
          {may(by, 'match-executions') && rows && rows.length > 0 && (
            <Matching key={row.id} row={row} rows={rows} units={units} />
          )}
        </>
      )}
    </Box>
  )
}

const panelStyle = {
  ...{
    width: { xs: 'min(340px, 38vw)', xl: 440 },
    flex: 'none',
    overflow: 'auto',
    p: 4,
    fontSize: 13,
    lineHeight: '20px',
  },
  ...{ borderLeft: 1, borderColor: 'divider', bgcolor: 'background.paper' },
  ...{ display: 'flex', flexDirection: 'column', gap: 4 },
  '& table': { width: '100%', borderCollapse: 'collapse' },
  '& th, & td': { height: 26, px: 1, textAlign: 'right', borderBottom: 1, borderColor: 'divider' },
  '& th': { bgcolor: colours.head, fontWeight: 600 },
  '& th:first-of-type, & td:first-of-type': { textAlign: 'left' },
} as const

function Months({ rows, month }: { rows: readonly ExecutionRow[]; month: number }) {
  if (rows.length === 0) return <Box sx={{ color: colours.secondary }}>国库台账中没有这个项目。</Box>
  const there = new Set(rows.map((row) => row.month))
  const paidTo = (each: number) => addUp(stateAt(rows, each).map(({ paid }) => paid))
  return (
    <table aria-label="逐月支出">
      <thead>
        <tr>
          <th scope="col">月份</th>
          <th scope="col">当月（万元）</th>
          <th scope="col">累计（万元）</th>
          <th scope="col">进度</th>
        </tr>
      </thead>
      <tbody>
        {months
          .filter((each) => each <= Math.max(month, ...there))
          .map((each) => {
            const now = stateAt(rows, each)
            const adjusted = addUp(now.map((row) => row.adjusted ?? row.initial))
            const paid = paidTo(each)
            const single = paid - (each === 1 ? 0 : paidTo(each - 1))
            return (
              <tr key={each} style={each === month ? { background: colours.selected } : undefined}>
                <td>{each} 月</td>
                {there.has(each) ? (
                  <>
                    <td style={single < 0 ? { color: colours.alarm } : undefined}>{formatWan(single)}</td>
                    <td title={`${formatWanExact(paid)} 万元`}>{formatWan(paid)}</td>
                    <td>{formatRate(rateOf(paid, adjusted))}</td>
                  </>
                ) : (
                  <td colSpan={3} style={{ color: colours.secondary }}>
                    台账中没有
                  </td>
                )}
              </tr>
            )
          })}
      </tbody>
    </table>
  )
}

function Sources({ rows }: { rows: readonly ExecutionRow[] }) {
  if (rows.length === 0) return null
  return (
    <Box component="section" aria-label="出处" sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ fontWeight: 600 }}>出处</Box>
      {rows.map((row) => (
        <Box key={row.id} sx={{ overflowWrap: 'anywhere' }}>
          {row.source === '' ? '未分来源' : fundingSources[row.source]}：年初 {formatWan(row.initial) || '—'}
          ，下达 {formatWan(row.allocated) || '—'}，支出 {formatWan(row.paid) || '—'} 万元
          <Box sx={{ color: colours.secondary }}>
            {row.file} 第 {row.rowNumber} 行（{row.month} 月，{matchWays[row.way]}）
            {row.name !== '' && `，台账名称“${row.name}”`}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

/** 对应: kept closed where all is well; open for a line that waits for a person. */
function Matching(props: { row: LedgerLine; rows: readonly ExecutionRow[]; units: readonly Unit[] }) {
  const { row, rows, units } = props
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [isOpen, setIsOpen] = useState(row.state === 'unmatched')
  const goals = useLiveQuery(() => (isOpen ? goalLines(book.id) : []), [book.id, isOpen])
  if (!isOpen)
    return (
      <Button variant="outlined" color="inherit" onClick={() => setIsOpen(true)}>
        修改对应的项目
      </Button>
    )
  if (!goals) return null
  const payable = goals.filter(({ kind }) => kind === 'project' || kind === 'policy')
  const [first] = rows
  const candidates = row.goalId !== '' || !first ? [] : indexGoals(payable, units).match(first).candidates
  const lines = [...new Set(rows.map(({ line }) => line))]

  function choose(goalId: string) {
    attempt(async () => {
      await matchExecutions(book.id, new Map(lines.map((line) => [line, goalId])), by)
      const name = goals?.find(({ id }) => id === goalId)?.name
      say(name ? `“${row.name}”已对应到“${name}”，各月一并更改。` : `“${row.name}”已记为不对应项目。`)
    })
  }

  return (
    <GoalChoice
      candidates={candidates}
      goals={new Map(payable.map((goal) => [goal.id, goal]))}
      units={units}
      value={row.goalId || (row.state === 'other' ? '' : null)}
      onChoose={choose}
    />
  )
}
