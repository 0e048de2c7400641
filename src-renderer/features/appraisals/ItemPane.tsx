import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { attachmentStore } from '#desktop'
import { markOf } from '#domain/appraisals/appraisal'
import type { Measures } from '#domain/appraisals/metrics'
import { type SchemeItem, sourceWords } from '#domain/appraisals/scheme'
import { itemScore } from '#domain/appraisals/score'
import { scoreText } from '#domain/evaluation/points'
import { useSession } from '#session'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { CountField } from '#ui/CountField.tsx'
import { PointsField } from '#ui/PointsField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import type { AppraisalGiven } from './appraisal-part.ts'
import { ItemFigures } from './ItemFigures.tsx'
import { ItemReview } from './ItemReview.tsx'
import { ItemSample } from './ItemSample.tsx'

export const cardStyle = {
  bgcolor: colours.surface,
  border: `1px solid ${colours.line}`,
  borderRadius: '4px',
  p: 3,
  display: 'grid',
  gap: 2,
} as const

/** One item: its standard, what the book says of it with all cases, the self-assessment with its proof, and the re-check. */
export function ItemPane(props: AppraisalGiven & { item: SchemeItem; measures: Measures }) {
  const { item, appraisal, measures } = props
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 900 }}>
      <Box>
        <Typography variant="h2">
          {item.name}（{item.points / 100} 分）
        </Typography>
        <Box sx={{ fontSize: 13, mt: 1 }}>{item.standard}</Box>
        <Box sx={{ fontSize: 12, color: colours.secondary }}>
          {sourceWords[item.method.kind]} · 佐证：{item.evidence}
          {item.clause !== '' && ` · 依据：${item.clause}〔${item.mark}〕`}
        </Box>
      </Box>
      <ItemFigures item={item} figures={markOf(appraisal, item.id).figures} measures={measures} />
      <SelfCard {...props} />
      {item.method.kind === 'sample' && !appraisal.isOwn && <ItemSample {...props} />}
      {!appraisal.isOwn && appraisal.state !== 'open' && <ItemReview {...props} />}
    </Box>
  )
}

function SelfCard(props: AppraisalGiven & { item: SchemeItem }) {
  const { item, appraisal, maySelf, setMark } = props
  const { by } = useSession()
  const mark = markOf(appraisal, item.id)
  const { computed, self } = itemScore(item, appraisal)
  const { method } = item
  const isCounted = method.kind === 'cases' && method.metric === ''
  const isOwn = mark.self !== null && computed !== null && mark.self !== computed
  return (
    <Box component="section" aria-label="自评" sx={cardStyle}>
      <Box sx={{ display: 'flex', fontWeight: 600 }}>
        <Box sx={{ flex: 1 }}>自评</Box>
        {self === null ? '还没有得分' : `${scoreText(self)} 分`}
      </Box>
      {method.kind === 'ticks' && (
        <Box sx={{ display: 'grid', gap: 1, fontSize: 13 }}>
          {method.ticks.map(({ id, name, points }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={mark.ticks.includes(id)}
                disabled={!maySelf}
                onChange={() =>
                  setMark(item.id, {
                    ticks: mark.ticks.includes(id)
                      ? mark.ticks.filter((other) => other !== id)
                      : [...mark.ticks, id],
                  })
                }
              />{' '}
              {name}（{points / 100} 分）
            </label>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: '140px 1fr', gap: 3 }}>
        {isCounted ? (
          <CountField
            label="发生次数"
            value={mark.count}
            readOnly={!maySelf}
            onCommit={(count) => setMark(item.id, { count })}
          />
        ) : (
          <PointsField
            label="自评分"
            hint={computed === null ? `0—${item.points / 100}` : `计算得分 ${scoreText(computed)}`}
            most={item.points}
            value={mark.self}
            readOnly={!maySelf}
            onCommit={(own) => setMark(item.id, { self: own })}
          />
        )}
        <TextField
          label={isOwn ? '与计算得分不同的理由（必填）' : '说明'}
          value={isOwn ? mark.selfReason : mark.note}
          placeholder={isOwn ? '' : '纸质材料写明存放在哪里'}
          readOnly={!maySelf}
          onCommit={(text) => setMark(item.id, isOwn ? { selfReason: text } : { note: text })}
        />
      </Box>
      <AttachmentList
        attachments={mark.evidence}
        store={attachmentStore}
        addedBy={by.name}
        mayAdd={maySelf}
        mayRemove={maySelf}
        inputLabel={`${item.name}的佐证文件`}
        onChange={(evidence) => setMark(item.id, { evidence })}
      />
    </Box>
  )
}
