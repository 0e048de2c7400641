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
import { stepOf } from '#domain/workflow'
import { useSession } from '#session'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
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
  const [asking, setAsking] = useState<BulkStep | null>(null)
  const [decider, setDecider] = useState('局党组会议')
  const applications = chosen.map(({ application }) => application)
  const ordered = applications.filter(hasOrder)

  function take(id: BulkStep, opinion: string) {
    setAsking(null)
    const rows = fittingRows(chosen, id)
    attempt(async () => {
      const seen = rows.map(({ application }) => ({ id: application.id, seenRevision: application.revision }))
      await takeApplicationStep(seen, { id, opinion, decidedBy: decider }, by)
      say(`${wordOf(id)} ${rows.length} 项结果应用`)
      onDone()
    })
  }
  function letters(make: typeof exportOrders) {
    attempt(async () => {
      const sentence = await make(applications, ground)
      if (sentence) say(sentence)
    })
  }

  return (
    <Box sx={{ px: 4, py: 1, display: 'flex', gap: 2, alignItems: 'center', bgcolor: 'action.selected' }}>
      <Box sx={{ flex: 1, fontSize: 13 }}>已选 {chosen.length} 项结果应用</Box>
      {bulkSteps
        .filter((id) => may(by, id))
        .map((id) => ({ id, count: fittingRows(chosen, id).length }))
        .filter(({ count }) => count > 0)
        .map(({ id, count }, index) => (
          <Button
            key={id}
            size="small"
            variant={index === 0 ? 'contained' : 'outlined'}
            onClick={() => setAsking(id)}
          >
            {wordOf(id)} {count} 项
          </Button>
        ))}
      <Button size="small" variant="outlined" onClick={() => letters(exportProposalLetter)}>
        导出建议函
      </Button>
      {ordered.length > 0 && (
        <Button size="small" variant="outlined" onClick={() => letters(exportOrders)}>
          导出整改通知书 {ordered.length} 份
        </Button>
      )}
      <Button size="small" color="inherit" onClick={onDone}>
        取消选择
      </Button>
      {asking && (
        <OpinionDialog
          title={`${wordOf(asking)} ${fittingRows(chosen, asking).length} 项结果应用`}
          action={wordOf(asking)}
          required={false}
          phrases={stepPhrases[asking] ?? []}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion) => take(asking, opinion)}
        >
          <Box sx={{ fontSize: 13, display: 'grid', gap: 2 }}>
            <Box>
              {stepTexts[asking] ?? ''}
              {sumText(asking, fittingRows(chosen, asking))}
            </Box>
            {asking === 'decide-application' && (
              <TextField
                label="审定的局领导或会议"
                value={decider}
                error={decider.trim() === ''}
                onChange={(event) => setDecider(event.target.value)}
              />
            )}
          </Box>
        </OpinionDialog>
      )}
    </Box>
  )
}

function wordOf(id: BulkStep): string {
  return stepOf(applicationFlow, id)?.verb ?? ''
}

/** What is decided on together, in money. */
function sumText(id: BulkStep, rows: readonly ApplicationRow[]): string {
  if (id === 'close-application') return ''
  const applications = rows.map(({ application }) =>
    id === 'send-application' ? application : { ...application, proposedChange: application.decidedChange },
  )
  return `增减合计 ${formatWan(sumsOf(applications).proposed)} 万元。`
}
