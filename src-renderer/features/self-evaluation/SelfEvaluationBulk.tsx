import Button from '@mui/material/Button'
import { useState } from 'react'
import { takeSelfEvaluationStep } from '#actions/take-self-evaluation-step'
import { selfEvaluationFlow } from '#domain/evaluation/self-evaluation-flow'
import { may, type Permission } from '#domain/people/permissions'
import { stepOf } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { selfEvaluationsByIds } from '#storage/self-evaluations'
import { BulkBar } from '#ui/BulkBar.tsx'
import { errorText } from '#ui/error-text'
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
  const [cancelling, setCancelling] = useState(false)
  const drafts = chosen.filter(({ state }) => state === 'draft')
  const untouched = drafts.filter(({ isUntouched }) => isUntouched).length

  function fitting(id: BulkStep): SelfEvaluationRow[] {
    const from = stepOf(selfEvaluationFlow, id)?.from ?? []
    const rows = chosen.filter(({ state }) => from.includes(state))
    return id === 'submit-self-evaluation' ? rows.filter(({ isReady }) => isReady) : rows
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

  return (
    <BulkBar
      chosen={chosen}
      what="份自评表"
      flow={selfEvaluationFlow}
      steps={bulkSteps.filter((id) => may(by, id))}
      fitting={fitting}
      texts={stepTexts}
      phrases={stepPhrases}
      take={(rows, wanted) => {
        const seen = rows.map(({ id, revision }) => ({ id, seenRevision: revision }))
        return takeSelfEvaluationStep(seen, wanted, by)
      }}
      onDone={onDone}
    >
      {may(by, 'cancel-self-evaluations') && drafts.length > 0 && (
        <Button size="small" variant="outlined" onClick={askToCancel}>
          撤回布置 {untouched} 份
        </Button>
      )}
      <Button size="small" variant="outlined" onClick={exportForms}>
        导出自评表 {chosen.length} 份
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
    </BulkBar>
  )
}
