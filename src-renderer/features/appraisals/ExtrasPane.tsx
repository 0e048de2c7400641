import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { attachmentStore } from '#desktop'
import { extraOf } from '#domain/appraisals/appraisal'
import type { BonusRule, DeductionRule } from '#domain/appraisals/scheme'
import { totalsOf } from '#domain/appraisals/score'
import { scoreText } from '#domain/evaluation/points'
import { useSession } from '#session'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { CountField } from '#ui/CountField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import type { AppraisalGiven } from './appraisal-part.ts'
import { cardStyle } from './ItemPane.tsx'

/** 加分、扣分, and who filled the form in. */
export function ExtrasPane(props: AppraisalGiven) {
  const { appraisal, maySelf, saver } = props
  const { scheme } = appraisal
  const totals = totalsOf(appraisal, 'final')
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 900 }}>
      <Box sx={cardStyle}>
        <Typography variant="h2">填报人</Typography>
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
          <TextField
            label="填报人"
            required
            field="contact"
            value={appraisal.contact}
            readOnly={!maySelf}
            onCommit={(contact) => saver.change(() => ({ contact }))}
          />
          <TextField
            label="联系方式"
            required
            field="phone"
            value={appraisal.phone}
            readOnly={!maySelf}
            onCommit={(phone) => saver.change(() => ({ phone }))}
          />
          <TextField
            label="自评说明"
            lines={3}
            value={appraisal.summary}
            readOnly={!maySelf}
            onCommit={(summary) => saver.change(() => ({ summary }))}
          />
        </Box>
      </Box>
      <Typography variant="h2">
        加分 {scoreText(totals.bonus)} 分（最多 {scheme.bonusCap / 100} 分）
      </Typography>
      {scheme.bonuses.map((rule) => (
        <ExtraCard key={rule.id} rule={rule} word="加" {...props} />
      ))}
      <Typography variant="h2">扣分 {scoreText(totals.deduction)} 分</Typography>
      {scheme.deductions.map((rule) => (
        <ExtraCard key={rule.id} rule={rule} word="扣" {...props} />
      ))}
    </Box>
  )
}

function ExtraCard(
  props: AppraisalGiven & { rule: BonusRule & Partial<Pick<DeductionRule, 'lowers'>>; word: string },
) {
  const { rule, word, appraisal, maySelf, mayReview, setExtra } = props
  const { by } = useSession()
  const extra = extraOf(appraisal, rule.id)
  return (
    <Box component="section" aria-label={rule.name} sx={cardStyle}>
      <Box sx={{ fontSize: 13, fontWeight: 600 }}>
        {rule.name}
        <Box component="span" sx={{ fontWeight: 400, color: colours.secondary }}>
          {' '}
          每次{word} {rule.each / 100} 分{(rule.lowers ?? 0) > 0 && `，并降 ${rule.lowers} 档`}
        </Box>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '90px 90px 1fr', gap: 3 }}>
        <CountField
          label="申报次数"
          value={extra.count === 0 ? null : extra.count}
          readOnly={!maySelf}
          onCommit={(count) => setExtra(rule.id, { count: count ?? 0 })}
        />
        <CountField
          label="认定次数"
          value={extra.accepted}
          readOnly={!mayReview}
          onCommit={(accepted) => setExtra(rule.id, { accepted })}
        />
        <TextField
          label="事由"
          value={extra.reason}
          readOnly={!maySelf && !mayReview}
          onCommit={(reason) => setExtra(rule.id, { reason })}
        />
      </Box>
      <AttachmentList
        attachments={extra.evidence}
        store={attachmentStore}
        addedBy={by.name}
        mayAdd={maySelf}
        mayRemove={maySelf}
        inputLabel={`${rule.name}的佐证文件`}
        onChange={(evidence) => setExtra(rule.id, { evidence })}
      />
    </Box>
  )
}
