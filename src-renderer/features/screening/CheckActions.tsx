import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { takeSpotCheckStep } from '#actions/take-spot-check-step'
import { may } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import { type SpotCheckState, spotCheckFlow } from '#domain/spot-checks/flow'
import { holderName, stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { spotCheckById } from '#storage/spot-checks'
import { ActionBar } from '#ui/ActionBar.tsx'
import { LackingDialog } from '#ui/LackingDialog.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import type { CheckDraft } from './check-saver.ts'
import { stepPhrases, stepTexts } from './check-step-texts.ts'

type Step = WorkflowStep<SpotCheckState>

/** The bar at the foot: what can be done now, with the one next step at the right. */
export function CheckActions(props: {
  draft: CheckDraft
  problems: readonly Problem[]
  onJump: (at: string) => void
}) {
  const { draft } = props
  const { check } = draft
  const { by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Step | null>(null)
  const [lacking, setLacking] = useState<readonly Problem[]>([])
  const steps = stepsFrom(spotCheckFlow, check.state, by)
  const forward = steps.find((step) => !step.back)
  const holder = holderName(spotCheckFlow, check.state)

  function ask(step: Step) {
    const errors =
      step.id === 'record-spot-check' ? props.problems.filter(({ severity }) => severity === 'error') : []
    if (errors.length > 0) setLacking(errors)
    else setAsking(step)
  }

  function take(step: Step, opinion: string) {
    setAsking(null)
    attempt(async () => {
      if (!(await draft.flush())) {
        say({ text: '还有内容没有保存，没有执行。请先处理页面上方的提示。', severity: 'warning' })
        return
      }
      const latest = await spotCheckById(check.id)
      await takeSpotCheckStep(
        [{ id: check.id, seenRevision: latest?.revision ?? 0 }],
        { id: step.id, opinion },
        by,
      )
      say(`${step.verb}：${check.name}`)
    })
  }

  return (
    <ActionBar>
      <Button color="inherit" component={Link} to="/monitoring/checks">
        返回台账
      </Button>
      <Button color="inherit" component={Link} to={`/monitoring/${check.monitoringId}`}>
        查看监控表
      </Button>
      <Box sx={{ flex: 1, fontSize: 13, textAlign: 'right', color: 'text.secondary' }}>
        {!forward && holder !== '' && `等待${holder}办理`}
      </Box>
      {check.state === 'taken' && check.verdict !== 'true' && may(by, 'propose-disposals') && (
        <Button variant="outlined" component={Link} to={`/disposals?propose=${check.roundId}`}>
          提出处置
        </Button>
      )}
      <Button
        variant="outlined"
        onClick={() =>
          attempt(async () => {
            await draft.flush()
            await navigate(`/monitoring/checks/${check.id}/paper`)
          })
        }
      >
        打印底稿
      </Button>
      {steps
        .filter((step) => step !== forward)
        .map((step) => (
          <Button key={step.id} variant="outlined" onClick={() => ask(step)}>
            {step.verb}
          </Button>
        ))}
      {forward && (
        <Button variant="contained" onClick={() => ask(forward)}>
          {forward.verb}
        </Button>
      )}
      <LackingDialog
        problems={lacking}
        title={(count) => `还有 ${count} 处必须填写`}
        note="记录没有完成，已填的内容都在。"
        onClose={() => setLacking([])}
        onJump={(problem) => props.onJump(problem.at)}
      />
      {asking && (
        <OpinionDialog
          title={`${asking.verb}：${check.name}`}
          action={asking.verb}
          required={asking.opinion === 'required'}
          phrases={stepPhrases[asking.id] ?? []}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion) => take(asking, opinion)}
        >
          <Box sx={{ fontSize: 13 }}>{stepTexts[asking.id] ?? ''}</Box>
        </OpinionDialog>
      )}
    </ActionBar>
  )
}
