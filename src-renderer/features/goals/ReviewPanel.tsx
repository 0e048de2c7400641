import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import type { ReactNode } from 'react'
import { markCongress } from '#actions/mark-congress'
import type { GateStop } from '#domain/goals/gate'
import type { Goal } from '#domain/goals/goal'
import type { GoalReview } from '#domain/goals/review'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { useToast } from '#ui/Toast.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'
import { GateList } from './GateList.tsx'
import { ReviewComments } from './ReviewComments.tsx'
import { ReviewTable } from './ReviewTable.tsx'

/** Everything that reviewing adds to a goal: 批注, 审核表, 预算关口, 过程. */
export function ReviewPanel(props: {
  goal: Goal
  review: GoalReview
  stops: readonly GateStop[]
  place: string
  onPlace: (at: string) => void
  onJump: (at: string) => void
}) {
  const { goal, review, stops } = props
  const { by } = useSession()
  const { attempt } = useToast()
  return (
    <Box sx={{ p: 3, display: 'grid', gap: 4, fontSize: 13, lineHeight: '20px' }}>
      <Part title={`批注 ${review.comments.length}`}>
        <ReviewComments
          goal={goal}
          comments={review.comments}
          place={props.place}
          onPlace={props.onPlace}
          onJump={props.onJump}
        />
      </Part>
      {may(by, 'see-review') && (
        <Part title="目标审核表">
          <ReviewTable status={goal.status} review={review} />
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                checked={review.congress}
                disabled={!may(by, 'mark-congress') || goal.status === 'approved'}
                onChange={(_event, on) => attempt(() => markCongress([goal.id], on, by))}
              />
            }
            label="提交人大（会审后转重点复审）"
          />
        </Part>
      )}
      {goal.status !== 'approved' && may(by, 'see-review') && (
        <Part title="预算关口">
          {stops.length === 0 ? (
            <Box sx={{ color: colours.ok }}>● 没有不得安排预算的情形。</Box>
          ) : (
            <GateList stops={stops} />
          )}
        </Part>
      )}
      <Part title="办理过程">
        <TrailList empty="还没有送审。" trail={review.trail} />
      </Part>
    </Box>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" aria-label={title}>
      <Box component="h3" sx={{ m: 0, mb: 1, fontSize: 13, fontWeight: 600 }}>
        {title}
      </Box>
      {children}
    </Box>
  )
}
