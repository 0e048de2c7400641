import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useLiveQuery } from 'dexie-react-hooks'
import { useNavigate } from 'react-router'
import { openRoundReport } from '#actions/open-round-report'
import { chineseDay } from '#domain/dates'
import { monthsText } from '#domain/monitoring/round'
import { type RoundReport, roundReportStates } from '#domain/monitoring/round-report'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { roundsOf } from '#storage/monitorings'
import { roundReportsOf } from '#storage/round-reports'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'

/** 总报告: one for each round, how far it has come, and who still has to answer. */
export function RoundReportsPage() {
  const { book, by } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const rounds = useLiveQuery(() => roundsOf(book.id), [book.id])
  const reports = useLiveQuery(() => roundReportsOf(book.id), [book.id])
  if (!rounds || !reports) return null

  function open(roundId: string) {
    attempt(async () => {
      const report = await openRoundReport(roundId, by)
      await navigate(`/monitoring/reports/${report.id}`)
    })
  }

  return (
    <>
      <PageHead title="总报告" trail="绩效监控" />
      {rounds.length === 0 && (
        <EmptyState text="还没有监控轮次。布置一轮并收齐监控表后，在这里编写总报告。">
          <Button variant="outlined" onClick={() => void navigate('/monitoring')}>
            到监控台账
          </Button>
        </EmptyState>
      )}
      {rounds.length > 0 && (
        <Box sx={{ p: 4 }}>
          <Paper variant="outlined">
            <Table size="small" aria-label="各轮总报告">
              <TableHead>
                <TableRow>
                  {['监控轮次', '数据截至', '报送期限', '总报告', '反馈意见', ''].map((name) => (
                    <TableCell key={name}>{name}</TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {rounds.toReversed().map((round) => {
                  const report = reports.find(({ roundId }) => roundId === round.id)
                  return (
                    <TableRow key={round.id}>
                      <TableCell>{round.name}</TableCell>
                      <TableCell>{monthsText(round.month)}</TableCell>
                      <TableCell>{chineseDay(round.dueOn)}</TableCell>
                      <TableCell>
                        <StateMark report={report} />
                      </TableCell>
                      <TableCell>{report ? opinionsText(report) : ''}</TableCell>
                      <TableCell align="right">
                        {report && (
                          <Button
                            size="small"
                            variant="outlined"
                            onClick={() => void navigate(`/monitoring/reports/${report.id}`)}
                          >
                            打开
                          </Button>
                        )}
                        {!report && may(by, 'open-round-report') && (
                          <Button size="small" variant="contained" onClick={() => open(round.id)}>
                            编写总报告
                          </Button>
                        )}
                      </TableCell>
                    </TableRow>
                  )
                })}
              </TableBody>
            </Table>
          </Paper>
        </Box>
      )}
    </>
  )
}

const looks = {
  draft: { shape: '○', colour: colours.secondary },
  asked: { shape: '◆', colour: colours.excess },
  final: { shape: '●', colour: colours.ok },
} as const

function StateMark({ report }: { report: RoundReport | undefined }) {
  if (!report) return <Box sx={{ color: colours.secondary }}>○ 未编写</Box>
  const { shape, colour } = looks[report.state]
  return (
    <Box component="span" sx={{ color: colour }}>
      <span aria-hidden="true">{shape}</span> {roundReportStates[report.state]}
    </Box>
  )
}

function opinionsText({ opinions }: RoundReport): string {
  if (opinions.length === 0) return ''
  const answered = opinions.filter(({ verdict }) => verdict !== '').length
  return `${answered} / ${opinions.length} 个股室已反馈`
}
