import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useParams } from 'react-router'
import { saveMeeting } from '#actions/save-meeting'
import { desktop } from '#desktop'
import type { Meeting } from '#domain/goals/meeting'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { meetingById } from '#storage/meetings'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PrintStyles } from '#ui/PrintStyles.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { MinutesPaper } from './MinutesPaper.tsx'

/** 会审纪要: what the minutes need beside the decisions is filled in on the left, the paper stands on the right. */
export function MinutesPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const meeting = useLiveQuery(() => meetingById(id), [id])
  if (meeting === undefined) return null
  if (meeting === null || meeting.bookId !== book.id) {
    return (
      <EmptyPage
        title="会审纪要"
        trail="集中会审"
        text="没有找到这次会审，可能属于其他年度。"
        way={{ to: '/goals/meetings', name: '返回集中会审' }}
      />
    )
  }
  const readOnly = !may(by, 'hold-meeting')

  function change(patch: Partial<Meeting>) {
    attempt(async () => {
      const latest = await meetingById(id)
      if (latest) await saveMeeting({ ...latest, ...patch }, by)
    })
  }

  function savePdf() {
    attempt(async () => {
      const saved = await desktop.savePdf(`${meeting?.name ?? '会审纪要'}.pdf`)
      if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。`)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PrintStyles margin="20mm 18mm" />
      <PageHead title="会审纪要" trail="集中会审">
        <Button component={Link} to="/goals/meetings">
          返回
        </Button>
        <Button variant="outlined" onClick={() => window.print()}>
          打印
        </Button>
        <Button variant="contained" onClick={savePdf}>
          导出 PDF
        </Button>
      </PageHead>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', '@media print': { display: 'block' } }}>
        <Box
          component="section"
          aria-label="会议信息"
          sx={{
            width: 280,
            flex: 'none',
            p: 4,
            display: 'grid',
            gap: 2,
            alignContent: 'start',
            displayPrint: 'none',
          }}
        >
          <TextField
            label="会议名称"
            readOnly={readOnly}
            value={meeting.name}
            onCommit={(name) => change({ name })}
          />
          <TextField
            label="日期"
            readOnly={readOnly}
            value={meeting.heldOn}
            onCommit={(heldOn) => change({ heldOn })}
          />
          <TextField
            label="地点"
            readOnly={readOnly}
            value={meeting.place}
            onCommit={(place) => change({ place })}
          />
          <TextField
            label="主持人"
            readOnly={readOnly}
            value={meeting.chair}
            onCommit={(chair) => change({ chair })}
          />
          <TextField
            label="参加人员"
            lines={3}
            readOnly={readOnly}
            value={meeting.attendees}
            onCommit={(attendees) => change({ attendees })}
          />
          <TextField
            label="记录人"
            readOnly={readOnly}
            value={meeting.recorder}
            onCommit={(recorder) => change({ recorder })}
          />
        </Box>
        <Box
          sx={{ flex: 1, overflow: 'auto', p: 4, '@media print': { overflow: 'visible', p: 0 } }}
          tabIndex={0}
          role="region"
          aria-label="纪要"
        >
          <MinutesPaper meeting={meeting} office={book.identity.office} />
        </Box>
      </Box>
    </Box>
  )
}
