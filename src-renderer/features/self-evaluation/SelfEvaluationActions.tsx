import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { takeSelfEvaluationStep } from '#actions/take-self-evaluation-step'
import { isUntouched } from '#domain/evaluation/self-evaluation'
import { type SelfEvaluationState, selfEvaluationFlow } from '#domain/evaluation/self-evaluation-flow'
import { may } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import { holderName, stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { selfEvaluationById } from '#storage/self-evaluations'
import { ActionBar } from '#ui/ActionBar.tsx'
import { errorText } from '#ui/error-text'
import { LackingDialog } from '#ui/LackingDialog.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { CancelDialog } from './CancelDialog.tsx'
import type { PartProps } from './part.ts'
import { exportSelfEvaluation } from './self-evaluation-export.ts'
import { stepPhrases, stepTexts } from './step-texts.ts'

type Step = WorkflowStep<SelfEvaluationState>

const targetNames: Partial<Readonly<Record<SelfEvaluationState, string>>> = {
  returned: '单位修改',
  submitted: '支出管理科再审',
}

/** The bar at the foot: what can be done now, with the one next step at the right. */
export function SelfEvaluationActions(props: PartProps & { onJump: (at: string) => void }) {
  const { draft, problems } = props
  const { by, book } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Step | null>(null)
  const [cancelling, setCancelling] = useState(false)
  const [lacking, setLacking] = useState<readonly Problem[]>([])
  const { form } = draft
  const steps = stepsFrom(selfEvaluationFlow, form.state, by)
  const forward = steps.find((step) => !step.back)
  const holder = holderName(selfEvaluationFlow, form.state)

  function ask(step: Step) {
    const errors =
      step.id === 'submit-self-evaluation' ? problems.filter(({ severity }) => severity === 'error') : []
    if (errors.length > 0) setLacking(errors)
    else setAsking(step)
  }

  function askToCancel() {
    if (isUntouched(form)) setCancelling(true)
    else say({ text: errorText['form-begun'], severity: 'warning' })
  }

  function take(step: Step, opinion: string, target: string) {
    setAsking(null)
    attempt(async () => {
      if (!(await draft.flush())) {
        say({ text: '还有内容没有保存，没有执行。请先处理页面上方的提示。', severity: 'warning' })
        return
      }
      const latest = await selfEvaluationById(form.id)
      const to = step.to.find((state) => state === target)
      const wanted = { id: step.id, opinion, ...(to ? { to } : {}) }
      await takeSelfEvaluationStep([{ id: form.id, seenRevision: latest?.revision ?? 0 }], wanted, by)
      say(`${step.verb}：${form.name}`)
    })
  }

  function exportForm() {
    attempt(async () => {
      await draft.flush()
      const sentence = await exportSelfEvaluation(form, props.score, { book, units: props.units })
      if (sentence) say(sentence)
    })
  }

  function openPaper() {
    attempt(async () => {
      await draft.flush()
      await navigate(`/evaluation/self/${form.id}/paper`)
    })
  }

  return (
    <ActionBar>
      <Button color="inherit" onClick={() => void navigate('/evaluation/self')}>
        返回台账
      </Button>
      <Button color="inherit" onClick={() => void navigate(`/goals/${form.goalId}`)}>
        查看目标
      </Button>
      <Box sx={{ flex: 1, fontSize: 13, textAlign: 'right', color: 'text.secondary' }}>
        {!forward && holder !== '' && `等待${holder}办理`}
      </Box>
      <Button variant="outlined" onClick={openPaper}>
        打印
      </Button>
      <Button variant="outlined" onClick={exportForm}>
        导出自评表
      </Button>
      {form.state === 'draft' && may(by, 'cancel-self-evaluations') && (
        <Button variant="outlined" onClick={askToCancel}>
          撤回布置
        </Button>
      )}
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
        title={(count) => `还有 ${count} 处必须填写或改正`}
        note="没有送审，已填的内容都在。"
        onClose={() => setLacking([])}
        onJump={(problem) => props.onJump(problem.at)}
      />
      {cancelling && (
        <CancelDialog
          forms={[{ ...form, isUntouched: isUntouched(form) }]}
          onCancel={() => setCancelling(false)}
          onDone={() => void navigate('/evaluation/self')}
        />
      )}
      {asking && (
        <OpinionDialog
          title={`${asking.verb}：${form.name}`}
          action={asking.verb}
          required={asking.opinion === 'required'}
          phrases={stepPhrases[asking.id] ?? []}
          targets={asking.to.map((state) => ({ value: state, label: targetNames[state] ?? '' }))}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion, target) => take(asking, opinion, target)}
        >
          <Box sx={{ fontSize: 13 }}>{stepTexts[asking.id] ?? ''}</Box>
        </OpinionDialog>
      )}
    </ActionBar>
  )
}
