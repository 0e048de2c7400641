import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import { monitoringFlow } from '#domain/monitoring/flow'
import { may, type Permission } from '#domain/people/permissions'
import { stepOf } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { monitoringsByIds } from '#storage/monitorings'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { exportMonitoringForms } from './monitoring-export.ts'
import type { MonitoringRow } from './monitoring-rows.ts'
import { stepPhrases, stepTexts } from './step-texts.ts'

const bulkSteps = [
  'submit-monitoring',
  'pass-monitoring',
  'accept-monitoring',
  'exempt-from-round',
  'restore-to-round',
] as const satisfies readonly Permission[]
type BulkStep = (typeof bulkSteps)[number]

/** Above the table while rows are chosen: each step with how many of them it can be taken with. */
export function MonitoringBulk(props: {
  chosen: readonly MonitoringRow[]
  units: readonly Unit[]
  onDone: () => void
}) {
  const { chosen, units, onDone } = props
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [asking, setAsking] = useState<BulkStep | null>(null)

  function fitting(id: BulkStep): MonitoringRow[] {
    const from = stepOf(monitoringFlow, id)?.from ?? []
    const rows = chosen.filter(({ state }) => from.includes(state))
    return id === 'submit-monitoring' ? rows.filter(({ isReady }) => isReady) : rows
  }

  function take(id: BulkStep, opinion: string) {
    setAsking(null)
    const rows = fitting(id)
    attempt(async () => {
      const seen = rows.map(({ id: formId, revision }) => ({ id: formId, seenRevision: revision }))
      await takeMonitoringStep(seen, { id, opinion }, by)
      say(`${stepOf(monitoringFlow, id)?.verb ?? ''} ${rows.length} 份监控表`)
      onDone()
    })
  }

  function exportForms() {
    attempt(async () => {
      const forms = await monitoringsByIds(chosen.map(({ id }) => id))
      const sentence = await exportMonitoringForms(forms, { book, units })
      if (sentence) say(sentence)
    })
  }

  const step = asking && stepOf(monitoringFlow, asking)
  return (
    <Box sx={{ px: 4, py: 1, display: 'flex', gap: 2, alignItems: 'center', bgcolor: 'action.selected' }}>
      <Box sx={{ flex: 1, fontSize: 13 }}>已选 {chosen.length} 份监控表</Box>
      {bulkSteps
        .filter((id) => may(by, id))
        .map((id) => ({ id, count: fitting(id).length }))
        .filter(({ count }) => count > 0)
        .map(({ id, count }) => (
          <Button key={id} size="small" variant="outlined" onClick={() => setAsking(id)}>
            {stepOf(monitoringFlow, id)?.verb} {count} 份
          </Button>
        ))}
      <Button size="small" variant="outlined" onClick={exportForms}>
        导出监控表 {chosen.length} 份
      </Button>
      <Button size="small" color="inherit" onClick={onDone}>
        取消选择
      </Button>
      {asking && step && (
        <OpinionDialog
          title={`${step.verb} ${fitting(asking).length} 份监控表`}
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
