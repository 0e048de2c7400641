import Button from '@mui/material/Button'
import { useNavigate } from 'react-router'
import { takeMonitoringStep } from '#actions/take-monitoring-step'
import { type MonitoringState, monitoringFlow } from '#domain/monitoring/flow'
import { holderName, stepsFrom } from '#domain/workflow'
import { useSession } from '#session'
import { monitoringById } from '#storage/monitorings'
import { StepBar } from '#ui/StepBar.tsx'
import { useToast } from '#ui/Toast.tsx'
import { exportMonitoringForm } from './monitoring-export.ts'
import type { PartProps } from './part.ts'
import { stepPhrases, stepTexts } from './step-texts.ts'

const targets: Partial<Readonly<Record<MonitoringState, string>>> = {
  returned: '单位修改',
  submitted: '支出管理科再审',
}

/** The bar at the foot: what can be done now, with the one next step at the right. */
export function MonitoringActions(
  props: PartProps & { onJump: (at: string) => void; onBlocked: () => void },
) {
  const { draft, round, problems } = props
  const { by, book } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const { form } = draft
  const steps = round.state === 'open' ? stepsFrom(monitoringFlow, form.state, by) : []

  function exportForm() {
    attempt(async () => {
      await draft.flush()
      const sentence = await exportMonitoringForm(form, { book, units: props.units })
      if (sentence) say(sentence)
    })
  }

  function openPaper() {
    attempt(async () => {
      await draft.flush()
      await navigate(`/monitoring/${form.id}/paper`)
    })
  }

  return (
    <StepBar
      name={form.name}
      saver={draft}
      steps={steps}
      forward={steps.find((step) => !step.back)}
      holder={holderName(monitoringFlow, form.state)}
      texts={stepTexts}
      phrases={stepPhrases}
      targets={targets}
      take={async (wanted) => {
        const latest = await monitoringById(form.id)
        await takeMonitoringStep([{ id: form.id, seenRevision: latest?.revision ?? 0 }], wanted, by)
      }}
      lackOf={({ id }) =>
        id === 'submit-monitoring' ? problems.filter(({ severity }) => severity === 'error') : []
      }
      onAsk={(_step, lacks) => lacks.length > 0 && props.onBlocked()}
      lacking={{
        title: (count) => `还有 ${count} 处必须填写或改正`,
        note: '没有送审，已填的内容都在。',
        onJump: ({ at }) => props.onJump(at),
      }}
      ways={
        <>
          <Button color="inherit" onClick={() => void navigate(`/monitoring?round=${round.id}`)}>
            返回台账
          </Button>
          <Button color="inherit" onClick={() => void navigate(`/goals/${form.goalId}`)}>
            查看目标
          </Button>
        </>
      }
    >
      <Button variant="outlined" onClick={openPaper}>
        打印
      </Button>
      <Button variant="outlined" onClick={exportForm}>
        导出监控表
      </Button>
    </StepBar>
  )
}
