import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { type Expert, type Rating, ratingGrades } from '#domain/experts/expert'
import { formatYuan } from '#domain/money'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { colours } from '#ui/theme'
import { RateDialog } from './RateDialog.tsx'
import { partHead, partStyle } from './styles.ts'

/** 评审记录 of an expert, newest first. */
export function ExpertRatings({ expert }: { expert: Expert }) {
  const { by } = useSession()
  const [isRating, setRating] = useState(false)
  const ratings = expert.ratings.toSorted((left, right) => right.on.localeCompare(left.on))
  return (
    <Box sx={partStyle}>
      <Box sx={partHead}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          评审记录
        </Typography>
        {may(by, 'rate-expert') && (
          <Button size="small" onClick={() => setRating(true)}>
            登记评价
          </Button>
        )}
      </Box>
      {ratings.length === 0 && (
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>还没有评审记录。每次评审后登记评价和评审费。</Box>
      )}
      {ratings.map((rating) => (
        <RatingLine key={`${rating.on} ${rating.subject} ${rating.by}`} rating={rating} />
      ))}
      {isRating && <RateDialog expert={expert} subject="" drawId="" onClose={() => setRating(false)} />}
    </Box>
  )
}

function RatingLine({ rating }: { rating: Rating }) {
  const colour = { good: colours.ok, pass: colours.text, fail: colours.alarm }[rating.grade]
  const shape = { good: '●', pass: '◆', fail: '■' }[rating.grade]
  const fee = rating.fee === null ? '' : `评审费 ${formatYuan(rating.fee)} 元`
  return (
    <Box sx={{ fontSize: 13 }}>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Box sx={{ whiteSpace: 'nowrap' }}>{rating.on}</Box>
        <Box sx={{ flex: 1 }}>{rating.subject}</Box>
        <Box sx={{ color: colour, whiteSpace: 'nowrap' }}>
          <span aria-hidden="true">{shape}</span> {ratingGrades[rating.grade]}
        </Box>
      </Box>
      <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
        {[rating.note, fee, rating.by].filter(Boolean).join('；')}
      </Box>
    </Box>
  )
}
