import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import { decisionCounts } from '#domain/goals/meeting'
import { useSession } from '#session'
import { meetingById } from '#storage/meetings'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { colours } from '#ui/theme'
import { ReviewBench } from './ReviewBench.tsx'
import { useQueue } from './review-queue.ts'
import { useReviewSteps } from './review-steps.ts'

/** 会审: the whole screen for the goal in hand; each decision is written into the minutes as it falls. */
export function MeetingPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const navigate = useNavigate()
  const meeting = useLiveQuery(() => meetingById(id), [id])
  const rows = useQueue(book, by)
  const steps = useReviewSteps(id)

  useEffect(() => {
    document.documentElement.style.setProperty('overflow', 'hidden')
    return () => {
      document.documentElement.style.removeProperty('overflow')
    }
  }, [])

  if (meeting === undefined || !rows) return null
  if (meeting === null || meeting.bookId !== book.id) {
    return (
      <EmptyPage
        title="集中会审"
        trail="目标审核"
        text="没有找到这次会审，可能属于其他年度。"
        way={{ to: '/goals/meetings', name: '返回集中会审' }}
      />
    )
  }
  const decided = decisionCounts(meeting.decisions)

  return (
    <Box
      sx={{
        position: 'fixed',
        inset: 0,
        zIndex: 'drawer',
        bgcolor: colours.page,
        display: 'flex',
        flexDirection: 'column',
      }}
    >
      <Box
        component="header"
        sx={{
          flex: 'none',
          height: 52,
          px: 4,
          display: 'flex',
          alignItems: 'center',
          gap: 4,
          bgcolor: colours.primary,
          color: colours.surface,
        }}
      >
        <Box component="h1" sx={{ m: 0, fontSize: 18, fontWeight: 600 }}>
          {meeting.name}
        </Box>
        <Box sx={{ flex: 1, fontSize: 14 }} role="status">
          已定 {meeting.decisions.length} 个{decided.map(({ verb, count }) => `，${verb} ${count}`).join('')}
          ；待审 {rows.length} 个
        </Box>
        <Button
          sx={{
            color: 'inherit',
            borderColor: 'currentColor',
            '&.Mui-focusVisible': { outlineColor: 'currentColor' },
          }}
          variant="outlined"
          onClick={() => void navigate(`/goals/meetings/${id}/minutes`)}
        >
          散会，看纪要
        </Button>
      </Box>
      {rows.length === 0 ? (
        <EmptyState text="待会审的目标已全部审完。" />
      ) : (
        <ReviewBench rows={rows} steps={steps} />
      )}
    </Box>
  )
}
