import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { takeSelfEvaluationStep } from '#actions/take-self-evaluation-step'
import { selfEvaluationFlow } from '#domain/evaluation/self-evaluation-flow'
import { may, type Permission } from '#domain/people/permissions'
import { stepOf } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { selfEvaluationsByIds } from '#storage/self-evaluations'
import { errorText } from '#ui/error-text'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { CancelDialog } from './CancelDialog.tsx'
import { exportSelfEvaluationForms } from './self-evaluation-export.ts'
import type { SelfEvaluationRow } from './self-evaluation-rows.ts'
import { stepPhrases, stepTexts } from './step-texts.ts'

const bulkSteps = [
  'submit-self-evaluation',
  'pass-self-evaluation',
  'return-self-evaluation',
  'collect-self-evaluation',
] as const satisfies readonly Permission[]
type BulkStep = (typeof bulkSteps)[number]

/** Above the table while rows are chosen: each step with how many of them it can be taken with. */
export function SelfEvaluationBulk(props: {
  chosen: readonly SelfEvaluationRow[]
  units: readonly Unit[]
  onDone: () => void
}) {
  const { chosen, units, onDone } = props
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const [asking, setAsking] = useState<BulkStep | null>(null)
  const [cancelling, setCancelling] = useState(false)
  const drafts = chosen.filter(({ state }) => state === 'draft')
  const untouched = drafts.filter(({ isUntouched }) => isUntouched).length

  function fitting(id: BulkStep): SelfEvaluationRow[] {
    const from = stepOf(selfEvaluationFlow, id)?.from ?? []
    const rows = chosen.filter(({ state }) => from.includes(state))
    return id === 'submit-self-evaluation' ? rows.filter(({ isReady }) => isReady) : rows
  }

  function take(id: BulkStep, opinion: string) {
    setAsking(null)
    const rows = fitting(id)
    attempt(async () => {
      const seen = rows.map(({ id: formId, revision }) => ({ id: formId, seenRevision: revision }))
      await takeSelfEvaluationStep(seen, { id, opinion }, by)
      say(`${stepOf(selfEvaluationFlow, id)?.verb ?? ''} ${rows.length} 份自评表`)
      onDone()
    })
  }

  function exportForms() {
    attempt(async () => {
      const forms = await selfEvaluationsByIds(chosen.map(({ id }) => id))
      const sentence = await exportSelfEvaluationForms(forms, rules, { book, units })
      if (sentence) say(sentence)
    })
  }

  function askToCancel() {
    if (untouched > 0) setCancelling(true)
    else say({ text: errorText['form-begun'], severity: 'warning' })
  }

  const step = asking && stepOf(selfEvaluationFlow, asking)
  return (
    <Box sx={{ px: 4, py: 1, display: 'flex', gap: 2, alignItems: 'center', bgcolor: 'action.selected' }}>
      <Box sx={{ flex: 1, fontSize: 13 }}>已选 {chosen.length} 份自评表</Box>
      {bulkSteps
        .filter((id) => may(by, id))
        .map((id) => ({ id, count: fitting(id).length }))
        .filter(({ count }) => count > 0)
        .map(({ id, count }) => (
          <Button key={id} size="small" variant="outlined" onClick={() => setAsking(id)}>
            {stepOf(selfEvaluationFlow, id)?.verb} {count} 份
          </Button>
        ))}
      {may(by, 'cancel-self-evaluations') && drafts.length > 0 && (
        <Button size="small" variant="outlined" onClick={askToCancel}>
          撤回布置 {untouched} 份
        </Button>
      )}
      <Button size="small" variant="outlined" onClick={exportForms}>
        导出自评表 {chosen.length} 份
      </Button>
      <Button size="small" color="inherit" onClick={onDone}>
        取消选择
      </Button>
      {cancelling && (
        <CancelDialog
          forms={drafts}
          onCancel={() => setCancelling(false)}
          onDone={() => {
            setCancelling(false)
            onDone()
          }}
        />
      )}
      {asking && step && (
        <OpinionDialog
          title={`${step.verb} ${fitting(asking).length} 份自评表`}
          action={step.verb}
          required={step.opinion === 'required'}
          phrases={stepPhrases[asking] ?? []}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion) => take(asking, opinion)}
        >
          <Box sx={{ fontSize: 13 }}>{stepTexts[asking] ?? ''}</Box>
        </OpinionDialog>
      )}
    </Box>
  )
}
