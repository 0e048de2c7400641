import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import type { GoalRow } from '#storage/goals'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { ReviewDesk } from './ReviewDesk.tsx'
import { ReviewList } from './ReviewList.tsx'
import { useRecords } from './review-queue.ts'
import type { ReviewSteps } from './review-steps.ts'

/** Three panes: what is to be done, the goal in hand, the judgement. Which one is in hand lives in the address. */
export function ReviewBench({ rows, steps }: { rows: readonly GoalRow[]; steps: ReviewSteps }) {
  const { book } = useSession()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const [now] = useState(() => new Date().toISOString())
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const unitNames = useMemo(() => new Map(units?.map((unit) => [unit.id, unit.name])), [units])
  const index = Math.max(
    0,
    rows.findIndex((row) => row.id === address.get('at')),
  )
  const current = rows[index]
  const record = useRecords(book, current, rows[index + 1])

  function go(to: number) {
    const row = rows[Math.min(Math.max(to, 0), rows.length - 1)]
    if (row) setInAddress({ at: row.id })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box
        sx={{
          width: 'min(264px, 22vw)',
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
      {record && current && (
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
  )
}
