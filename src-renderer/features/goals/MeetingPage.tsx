import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { decisionCounts } from '#domain/goals/meeting'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { meetingById } from '#storage/meetings'
import { EmptyState } from '#ui/EmptyState.tsx'
import { colours } from '#ui/theme'
import { ReviewDesk } from './ReviewDesk.tsx'
import { ReviewList } from './ReviewList.tsx'
import { useQueue, useRecords } from './review-queue.ts'
import { useReviewSteps } from './review-steps.ts'
import { useAddress } from './use-address.ts'

/** 会审: the whole screen for the goal in hand; each decision is written into the minutes as it falls. */
export function MeetingPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const [now] = useState(() => new Date().toISOString())
  const meeting = useLiveQuery(() => meetingById(id), [id])
  const rows = useQueue(book, by)
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const unitNames = useMemo(() => new Map(units?.map((unit) => [unit.id, unit.name])), [units])
  const index = Math.max(0, rows?.findIndex((row) => row.id === address.get('at')) ?? 0)
  const current = rows?.[index]
  const record = useRecords(book, current, rows?.[index + 1])
  const steps = useReviewSteps(id)

  useEffect(() => {
    document.documentElement.style.setProperty('overflow', 'hidden')
    return () => {
      document.documentElement.style.removeProperty('overflow')
    }
  }, [])

  if (meeting === undefined || !rows || !units) return null
  if (meeting === null || meeting.bookId !== book.id) {
    return <EmptyState text="没有找到这次会审，可能属于其他年度。请返回集中会审列表查看。" />
  }
  const decided = decisionCounts(meeting.decisions)

  function go(to: number) {
    const row = rows?.[Math.min(Math.max(to, 0), rows.length - 1)]
    if (row) setInAddress({ at: row.id })
  }

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
          sx={{ color: 'inherit', borderColor: 'currentColor' }}
          variant="outlined"
          onClick={() => void navigate(`/goals/meetings/${id}/minutes`)}
        >
          散会，看纪要
        </Button>
      </Box>
      {rows.length === 0 || !current ? (
        <EmptyState text="待会审的目标已全部审完。" />
      ) : (
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <Box
            sx={{
              width: 264,
              flex: 'none',
              display: 'flex',
              bgcolor: colours.surface,
              borderRight: `1px solid ${colours.line}`,
            }}
          >
            <ReviewList
              rows={rows}
              unitNames={unitNames}
              current={index}
              now={now}
              onChoose={(row) => setInAddress({ at: row.id })}
            />
          </Box>
          {record && (
            <ReviewDesk
              key={record.goal.id}
              record={record}
              onNext={() => go(index + 1)}
              onPrevious={() => go(index - 1)}
              onOpen={() => void navigate(`/goals/${current.id}`)}
              onTake={(step, opinion, to) => {
                const following = rows[index + 1] ?? rows[index - 1]
                steps.take(record.goal, step, opinion, to, () => setInAddress({ at: following?.id ?? '' }))
              }}
            />
          )}
        </Box>
      )}
    </Box>
  )
}
