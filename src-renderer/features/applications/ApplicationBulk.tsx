import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { takeApplicationStep } from '#actions/take-application-step'
import { sumsOf } from '#domain/applications/amounts'
import { applicationFlow } from '#domain/applications/flow'
import { hasOrder } from '#domain/applications/letters'
import { formatWan } from '#domain/money'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { BulkBar } from '#ui/BulkBar.tsx'
import { useToast } from '#ui/Toast.tsx'
import { type ExportGround, exportOrders, exportProposalLetter } from './application-export.ts'
import { type ApplicationRow, type BulkStep, bulkSteps, fittingRows } from './application-rows.ts'
import { stepPhrases, stepTexts } from './step-texts.ts'

/** Above the table while rows are chosen: each step with how many of them it can be taken with, and the letters. */
export function ApplicationBulk(props: {
  chosen: readonly ApplicationRow[]
  ground: ExportGround
  onDone: () => void
}) {
  const { chosen, ground, onDone } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [decider, setDecider] = useState('局党组会议')
  const applications = chosen.map(({ application }) => application)
  const ordered = applications.filter(hasOrder)

  function letters(make: typeof exportOrders) {
    attempt(async () => {
      const sentence = await make(applications, ground)
      if (sentence) say(sentence)
    })
  }

  const steps = bulkSteps.filter((id) => may(by, id))
  return (
    <BulkBar
      chosen={chosen}
      what="项结果应用"
      flow={applicationFlow}
      steps={steps}
      fitting={(id) => fittingRows(chosen, id)}
      main={steps.find((id) => fittingRows(chosen, id).length > 0)}
      texts={stepTexts}
      phrases={stepPhrases}
      take={(rows, wanted) => {
        const seen = rows.map(({ application: { id, revision } }) => ({ id, seenRevision: revision }))
        return takeApplicationStep(seen, { ...wanted, decidedBy: decider }, by)
      }}
      more={(id, rows) => (
        <>
          {id !== 'close-application' && <Box>{sumText(id, rows)}</Box>}
          {id === 'decide-application' && (
            <TextField
              label="审定的局领导或会议"
              value={decider}
              error={decider.trim() === ''}
              onChange={(event) => setDecider(event.target.value)}
            />
          )}
        </>
      )}
      onDone={onDone}
    >
      <Button size="small" variant="outlined" onClick={() => letters(exportProposalLetter)}>
        导出建议函
      </Button>
      {ordered.length > 0 && (
        <Button size="small" variant="outlined" onClick={() => letters(exportOrders)}>
          导出整改通知书 {ordered.length} 份
        </Button>
      )}
    </BulkBar>
  )
}

/** What is decided on together, in money. */
function sumText(id: BulkStep, rows: readonly ApplicationRow[]): string {
  const applications = rows.map(({ application }) =>
    id === 'send-application' ? application : { ...application, proposedChange: application.decidedChange },
  )
  return `增减合计 ${formatWan(sumsOf(applications).proposed)} 万元。`
}
