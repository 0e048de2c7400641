import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { takeSelfEvaluationStep } from '#actions/take-self-evaluation-step'
import { isUntouched } from '#domain/evaluation/self-evaluation'
import { type SelfEvaluationState, selfEvaluationFlow } from '#domain/evaluation/self-evaluation-flow'
import { may } from '#domain/people/permissions'
import { holderName, stepsFrom } from '#domain/workflow'
import { useSession } from '#session'
import { selfEvaluationById } from '#storage/self-evaluations'
import { errorText } from '#ui/error-text'
import { StepBar } from '#ui/StepBar.tsx'
import { useToast } from '#ui/Toast.tsx'
import { CancelDialog } from './CancelDialog.tsx'
import type { PartProps } from './part.ts'
import { exportSelfEvaluation } from './self-evaluation-export.ts'
import { stepPhrases, stepTexts } from './step-texts.ts'

const targets: Partial<Readonly<Record<SelfEvaluationState, string>>> = {
  returned: '单位修改',
  submitted: '支出管理科再审',
}

/** The bar at the foot: what can be done now, with the one next step at the right. */
export function SelfEvaluationActions(props: PartProps & { onJump: (at: string) => void }) {
  const { draft, problems } = props
  const { by, book } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [cancelling, setCancelling] = useState(false)
  const { form } = draft
  const steps = stepsFrom(selfEvaluationFlow, form.state, by)

  function askToCancel() {
    if (isUntouched(form)) setCancelling(true)
    else say({ text: errorText['form-begun'], severity: 'warning' })
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
    <>
      <StepBar
        name={form.name}
        saver={draft}
        steps={steps}
        forward={steps.find((step) => !step.back)}
        holder={holderName(selfEvaluationFlow, form.state)}
        texts={stepTexts}
        phrases={stepPhrases}
        targets={targets}
        take={async (wanted) => {
          const latest = await selfEvaluationById(form.id)
          await takeSelfEvaluationStep([{ id: form.id, seenRevision: latest?.revision ?? 0 }], wanted, by)
        }}
        lackOf={({ id }) =>
          id === 'submit-self-evaluation' ? problems.filter(({ severity }) => severity === 'error') : []
        }
        lacking={{
          title: (count) => `还有 ${count} 处必须填写或改正`,
          note: '没有送审，已填的内容都在。',
          onJump: ({ at }) => props.onJump(at),
        }}
        ways={
          <>
            <Button color="inherit" onClick={() => void navigate('/evaluation/self')}>
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
          导出自评表
        </Button>
        {form.state === 'draft' && may(by, 'cancel-self-evaluations') && (
          <Button variant="outlined" onClick={askToCancel}>
            撤回布置
          </Button>
        )}
      </StepBar>
      {cancelling && (
        <CancelDialog
          forms={[{ ...form, isUntouched: isUntouched(form) }]}
          onCancel={() => setCancelling(false)}
          onDone={() => void navigate('/evaluation/self')}
        />
      )}
    </>
  )
}
