import Box from '@mui/material/Box'
import { useState } from 'react'
import { type AgencyContent, type Commission, checkCommission, qualityTotal } from '#domain/experts/agency'
import { qualityParts, type Scope, shippedExpertRules } from '#domain/experts/expert-rules'
import { formatWeight } from '#domain/goals/weights'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { DayField } from '#ui/DayField.tsx'
import { MoneyField } from '#ui/MoneyField.tsx'
import { PointsField } from '#ui/PointsField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { QualityWord } from './AgencyTable.tsx'

const { scopes, quality: parts } = shippedExpertRules

/** One commission with its 质量考核; what may not be entrusted can be chosen, and is refused with its clause. */
export function CommissionDialog(props: {
  commission: Commission
  agency: AgencyContent
  onKeep: (commission: Commission) => boolean
  onClose: () => void
}) {
  const [draft, setDraft] = useState(props.commission)
  const [isTried, setTried] = useState(false)
  const all = checkCommission(draft, props.agency, shippedExpertRules)
  // Right away for what no filling in will mend, the rest when it is to be kept.
  const shown = isTried || !scopes[draft.scope].entrusted ? all : []
  const change = (patch: Partial<Commission>) => setDraft({ ...draft, ...patch })

  function keep() {
    setTried(true)
    if (all.length === 0 && props.onKeep(draft)) props.onClose()
  }

  return (
    <ConfirmDialog
      open
      title={`委托 ${props.agency.name}`}
      action="保存委托"
      onConfirm={keep}
      onCancel={props.onClose}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, pt: 1 }}>
        <TextField
          label="委托项目"
          required
          wide
          value={draft.subject}
          onCommit={(subject) => change({ subject })}
        />
        <ChoiceField
          label="委托内容"
          value={draft.scope}
          choices={scopeNames}
          onCommit={(scope) => scope && change({ scope })}
        />
        <MoneyField label="合同额" value={draft.amount} onCommit={(amount) => change({ amount })} />
        <DayField
          label="开始日期"
          placeholder="如 2026-03-01"
          value={draft.startsOn}
          onCommit={(startsOn) => change({ startsOn })}
        />
        <DayField
          label="结束日期"
          edge="last"
          placeholder="如 2026-06-30"
          value={draft.endsOn}
          onCommit={(endsOn) => change({ endsOn })}
        />
        <Box sx={{ gridColumn: '1 / -1', display: 'grid', gap: 1 }}>
          <Box sx={{ fontSize: 13, fontWeight: 600 }}>
            质量考核 <QualityWord total={qualityTotal(draft.quality)} />
          </Box>
          <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(5, 1fr)', gap: 2 }}>
            {qualityParts.map((part) => (
              <PointsField
                key={part}
                label={`${parts[part].name} ${formatWeight(parts[part].full)}`}
                value={draft.quality[part]}
                onCommit={(points) => change({ quality: { ...draft.quality, [part]: points } })}
              />
            ))}
          </Box>
        </Box>
        {shown.length > 0 && (
          <Box role="alert" sx={{ gridColumn: '1 / -1', fontSize: 13, color: colours.alarm }}>
            {shown.map(({ message, clause }) => (
              <Box key={message}>
                ■ {message}
                {clause && `依据：${clause}。`}
              </Box>
            ))}
          </Box>
        )}
      </Box>
    </ConfirmDialog>
  )
}

const scopeNames: Record<Scope, string> = {
  assessment: scopes.assessment.name,
  'goal-review': scopes['goal-review'].name,
  evaluation: scopes.evaluation.name,
  'result-check': scopes['result-check'].name,
  indicators: scopes.indicators.name,
  research: scopes.research.name,
  'goal-setting': scopes['goal-setting'].name,
  monitoring: scopes.monitoring.name,
  'self-evaluation': scopes['self-evaluation'].name,
}
