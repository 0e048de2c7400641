import Box from '@mui/material/Box'
import { useState } from 'react'
import type { Calendar } from '#domain/calendar'
import type { Decision, Disposal } from '#domain/disposals/disposal'
import { type Measure, measureRule } from '#domain/disposals/rules'
import { useSession } from '#session'
import { MoneyField } from '#ui/MoneyField.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { TextField } from '#ui/TextField.tsx'
import { DueNote } from './DueNote.tsx'
import { MeasureChoice } from './MeasureChoice.tsx'
import { stepPhrases, stepTexts } from './step-texts.ts'

/** 变更处置: another measure with its demand, and why; what the rules propose now stands first. */
export function RedecideDialog(props: {
  disposal: Disposal
  proposed: readonly Measure[]
  today: string
  calendars: readonly Calendar[]
  onCancel: () => void
  onConfirm: (decision: Partial<Decision>, opinion: string) => void
}) {
  const { disposal, proposed } = props
  const { rules } = useSession()
  const disposalRules = rules.monitoring.disposal
  const demandOf = (measure: Measure) => measureRule(disposalRules, measure)?.demand ?? ''
  const first = proposed[0] ?? disposal.measure
  const [measure, setMeasure] = useState<Measure>(first)
  const [demand, setDemand] = useState(first === disposal.measure ? disposal.demand : demandOf(first))
  const [amount, setAmount] = useState(disposal.amount)
  const hasAmount = measureRule(disposalRules, measure)?.hasAmount ?? false
  return (
    <OpinionDialog
      title={`变更处置：${disposal.name}`}
      action="变更处置"
      required
      phrases={stepPhrases['redecide-disposal'] ?? []}
      onCancel={props.onCancel}
      onConfirm={(opinion) =>
        props.onConfirm({ measure, demand, amount: hasAmount ? amount : null }, opinion)
      }
    >
      <Box sx={{ fontSize: 13, mb: 2 }}>{stepTexts['redecide-disposal']}</Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
        <MeasureChoice
          label="处置措施"
          value={measure}
          proposed={proposed}
          onCommit={(next) => {
            setMeasure(next)
            setDemand(demandOf(next))
          }}
        />
        {hasAmount && <MoneyField label="拟调减（收回）金额" value={amount} onCommit={setAmount} />}
        <TextField wide label="处置要求" lines={3} value={demand} onCommit={setDemand} />
      </Box>
      <DueNote day={props.today} rules={disposalRules} calendars={props.calendars} />
    </OpinionDialog>
  )
}
