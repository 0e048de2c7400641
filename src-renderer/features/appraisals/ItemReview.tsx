import Box from '@mui/material/Box'
import { markOf } from '#domain/appraisals/appraisal'
import type { SchemeItem } from '#domain/appraisals/scheme'
import { itemScore } from '#domain/appraisals/score'
import { scoreText } from '#domain/evaluation/points'
import { PointsField } from '#ui/PointsField.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { AppraisalGiven } from './appraisal-part.ts'
import { cardStyle } from './ItemPane.tsx'

/** 复核和抽查: a score only where it differs from the one before, each with its reason. */
export function ItemReview(props: AppraisalGiven & { item: SchemeItem }) {
  const { item, appraisal, mayReview, setMark } = props
  const mark = markOf(appraisal, item.id)
  const { self, final } = itemScore(item, appraisal)
  return (
    <Box component="section" aria-label="复核" sx={cardStyle}>
      <Box sx={{ display: 'flex', fontWeight: 600 }}>
        <Box sx={{ flex: 1 }}>复核和抽查</Box>
        最后得分 {final === null ? '—' : scoreText(final)} 分
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '140px 1fr', gap: 3 }}>
        <PointsField
          label="复核分"
          hint={self === null ? '自评未填' : `同自评 ${scoreText(self)}`}
          most={item.points}
          value={mark.review}
          readOnly={!mayReview}
          onCommit={(review) => setMark(item.id, { review })}
        />
        <TextField
          label="改分理由"
          hint="改分必填"
          value={mark.reviewReason}
          readOnly={!mayReview}
          onCommit={(reviewReason) => setMark(item.id, { reviewReason })}
        />
        <PointsField
          label="抽查分"
          hint="没有可不填"
          most={item.points}
          value={mark.sampled}
          readOnly={!mayReview}
          onCommit={(sampled) => setMark(item.id, { sampled })}
        />
        <TextField
          label="抽查情况"
          hint="有抽查分必填"
          value={mark.sampledReason}
          readOnly={!mayReview}
          onCommit={(sampledReason) => setMark(item.id, { sampledReason })}
        />
      </Box>
    </Box>
  )
}
