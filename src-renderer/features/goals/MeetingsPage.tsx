import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useNavigate } from 'react-router'
import { saveMeeting } from '#actions/save-meeting'
import { decisionCounts } from '#domain/goals/meeting'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { localToday } from '#storage/local-day'
import { meetingsOf } from '#storage/meetings'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'

/** 集中会审: the meetings of the year with what they decided. */
export function MeetingsPage() {
  const { book, by } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const meetings = useLiveQuery(() => meetingsOf(book.id), [book.id])
  if (!meetings) return null
  const mayHold = may(by, 'hold-meeting')

  function open() {
    attempt(async () => {
      const made = await saveMeeting(
        {
          id: '',
          bookId: book.id,
          name: `${book.year} 年度绩效目标第 ${(meetings?.length ?? 0) + 1} 次集中会审`,
          heldOn: localToday(),
          place: '',
          chair: '',
          attendees: '',
          recorder: by.name,
          decisions: [],
          revision: 0,
        },
        by,
      )
      await navigate(`/goals/meetings/${made.id}`)
    })
  }

  return (
    <>
      <PageHead title="集中会审" trail="绩效目标">
        {mayHold && (
          <Button variant="contained" onClick={open}>
            召开会审
          </Button>
        )}
      </PageHead>
      {meetings.length === 0 ? (
        <EmptyState text="还没有召开过集中会审。召开后全屏逐项审议，决定当场录入，会后打印纪要。" />
      ) : (
        <Box sx={{ p: 4 }}>
          <Paper variant="outlined">
            <Table size="small" aria-label="集中会审">
              <TableHead>
                <TableRow>
                  <TableCell>会议</TableCell>
                  <TableCell sx={{ width: 120 }}>日期</TableCell>
                  <TableCell sx={{ width: 120 }}>主持人</TableCell>
                  <TableCell>决定</TableCell>
                  <TableCell sx={{ width: 170 }}>操作</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {meetings.map((meeting) => (
                  <TableRow key={meeting.id} hover>
                    <TableCell>{meeting.name}</TableCell>
                    <TableCell>{meeting.heldOn}</TableCell>
                    <TableCell>{meeting.chair}</TableCell>
                    <TableCell>
                      {decisionCounts(meeting.decisions)
                        .map(({ verb, count }) => `${verb} ${count}`)
                        .join('，') || '—'}
                    </TableCell>
                    <TableCell sx={{ py: 0, whiteSpace: 'nowrap' }}>
                      {mayHold && (
                        <Button size="small" component={Link} to={`/goals/meetings/${meeting.id}`}>
                          继续会审
                        </Button>
                      )}
                      <Button size="small" component={Link} to={`/goals/meetings/${meeting.id}/minutes`}>
                        纪要
                      </Button>
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Paper>
        </Box>
      )}
    </>
  )
}
