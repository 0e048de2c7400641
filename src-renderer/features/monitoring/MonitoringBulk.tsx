import Button from '@mui/material/Button'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import { monitoringFlow } from '#domain/monitoring/flow'
import { may, type Permission } from '#domain/people/permissions'
import { stepOf } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { monitoringsByIds } from '#storage/monitorings'
import { BulkBar } from '#ui/BulkBar.tsx'
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

  function fitting(id: BulkStep): MonitoringRow[] {
    const from = stepOf(monitoringFlow, id)?.from ?? []
    const rows = chosen.filter(({ state }) => from.includes(state))
    return id === 'submit-monitoring' ? rows.filter(({ isReady }) => isReady) : rows
  }

  function exportForms() {
    attempt(async () => {
      const forms = await monitoringsByIds(chosen.map(({ id }) => id))
      const sentence = await exportMonitoringForms(forms, { book, units })
      if (sentence) say(sentence)
    })
  }

  return (
    <BulkBar
      chosen={chosen}
      what="份监控表"
      flow={monitoringFlow}
      steps={bulkSteps.filter((id) => may(by, id))}
      fitting={fitting}
      texts={stepTexts}
      phrases={stepPhrases}
      take={(rows, wanted) => {
        const seen = rows.map(({ id, revision }) => ({ id, seenRevision: revision }))
        return takeMonitoringStep(seen, wanted, by)
      }}
      onDone={onDone}
    >
      <Button size="small" variant="outlined" onClick={exportForms}>
        导出监控表 {chosen.length} 份
      </Button>
    </BulkBar>
  )
}
