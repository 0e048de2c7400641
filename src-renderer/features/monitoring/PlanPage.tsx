import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { desktop } from '#desktop'
import { chineseDay } from '#domain/dates'
import { type PlannedMonth, type PlannedRound, yearPlan } from '#domain/monitoring/plan'
import { monthsText } from '#domain/monitoring/round'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { localToday } from '#storage/local-day'
import { monthsWithData, progressOfRounds } from '#storage/monitoring-plan'
import { roundsOf } from '#storage/monitorings'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { RoundDialog } from './RoundDialog.tsx'

/** 年度计划: the twelve months with what is watched in each, what is there and what is late. */
export function PlanPage() {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const rounds = useLiveQuery(() => roundsOf(book.id), [book.id])
  const withData = useLiveQuery(() => monthsWithData(book.id), [book.id])
  const progress = useLiveQuery(() => progressOfRounds(book.id), [book.id])
  const [address, setInAddress] = useAddress()
  const [today] = useState(localToday)
  if (!rounds || !withData || !progress) return null
  const mayOpen = may(by, 'open-round')
  const open = () => setInAddress({ new: '1' })
  const months = yearPlan(rules.monitoring, rounds, { year: book.year, today, withData })

  function exportPlan() {
    attempt(async () => {
      const { monitoringPlan } = await import('#reports/monitoring-plan')
      const { office } = book.identity
      const plan = { office, year: book.year, months, rules: rules.monitoring, writtenOn: today }
      const saved = await desktop.saveFile(
        `${book.year}年度绩效监控工作计划.docx`,
        await monitoringPlan(plan),
      )
      if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。`)
    })
  }

  return (
    <>
      <PageHead title="年度计划" trail="绩效监控">
        <Button variant="outlined" onClick={exportPlan}>
          导出工作计划
        </Button>
        {mayOpen && (
          <Button variant="contained" onClick={open}>
            布置轮次
          </Button>
        )}
      </PageHead>
      <Box sx={{ p: 4 }}>
        <Paper variant="outlined">
          <Table size="small" aria-label="年度监控计划">
            <TableHead>
              <TableRow>
                {['截至月份', '执行预警线', '国库执行数据', '监控轮次', '报送期限', '进展'].map((name) => (
                  <TableCell key={name}>{name}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {months.map((each) => (
                <MonthRows
                  key={each.month}
                  each={each}
                  progressOf={(round) => progress.get(round.roundId) ?? null}
                  onOpen={mayOpen ? open : null}
                />
              ))}
            </TableBody>
          </Table>
        </Paper>
        <Box sx={{ mt: 2, fontSize: 13, color: colours.secondary }}>
          每月监控执行进度：国库科导入当月支出台账。轮次依据规则包提出，可按本局安排布置其他轮次。
        </Box>
      </Box>
      {mayOpen && address.get('new') === '1' && (
        <RoundDialog
          rounds={rounds}
          onClose={() => setInAddress({ new: '' })}
          onOpened={(round) => {
            // 返回 leads to the plan, not to its dialog again.
            setInAddress({ new: '' })
            void navigate(`/monitoring?round=${round.id}`)
          }}
        />
      )}
    </>
  )
}

const executionMarks = {
  there: { text: '● 已导入', colour: colours.ok },
  due: { text: '▲ 未导入', colour: colours.attention },
  ahead: { text: '', colour: colours.secondary },
} as const

type Progress = { due: number; reported: number }

function MonthRows(props: {
  each: PlannedMonth
  progressOf: (round: PlannedRound) => Progress | null
  /** null where the duty issues no rounds. */
  onOpen: (() => void) | null
}) {
  const { month, line, execution, rounds } = props.each
  const mark = executionMarks[execution]
  const lines: (PlannedRound | null)[] = rounds.length === 0 ? [null] : [...rounds]
  return lines.map((round, index) => (
    <TableRow key={round?.name ?? 'none'}>
      {index === 0 && (
        <>
          <TableCell rowSpan={lines.length}>{monthsText(month)}</TableCell>
          <TableCell rowSpan={lines.length}>{line === null ? '—' : `${line}%`}</TableCell>
          <TableCell rowSpan={lines.length} sx={{ color: mark.colour }}>
            {mark.text}
          </TableCell>
        </>
      )}
      <TableCell>
        {round && round.roundId !== '' && <Link to={`/monitoring?round=${round.roundId}`}>{round.name}</Link>}
        {round && round.roundId === '' && round.name}
      </TableCell>
      <TableCell>{round ? chineseDay(round.dueOn) : ''}</TableCell>
      <TableCell>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          {round && <RoundProgress round={round} progress={props.progressOf(round)} />}
          {round?.state === 'planned' && round.isLate && props.onOpen && (
            <Button
              size="small"
              sx={{ py: 0, minHeight: 20 }}
              onClick={props.onOpen}
              aria-label={`布置${round.name}`}
            >
              布置
            </Button>
          )}
        </Box>
      </TableCell>
    </TableRow>
  ))
}

function RoundProgress({ round, progress }: { round: PlannedRound; progress: Progress | null }) {
  const counts = progress ? `已报 ${progress.reported} / ${progress.due}` : ''
  if (round.state === 'closed') return <Box sx={{ color: colours.ok }}>● 已结束，{counts}</Box>
  const isDone = progress !== null && progress.reported === progress.due
  if (round.state === 'open' && isDone) return <Box sx={{ color: colours.ok }}>● {counts}</Box>
  const what = round.state === 'planned' ? '未布置' : counts
  if (round.isLate) return <Box sx={{ color: colours.alarm }}>■ 已逾期，{what}</Box>
  return <Box sx={{ color: colours.secondary }}>○ {what}</Box>
}
