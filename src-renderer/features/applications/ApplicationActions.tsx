import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { takeApplicationStep } from '#actions/take-application-step'
import { checkAnswer, checkClosing, checkDecision, checkProposal } from '#domain/applications/checks'
import { type ApplicationState, applicationFlow, applicationFlowOf } from '#domain/applications/flow'
import { type ReferralKind, referralKinds } from '#domain/applications/rules'
import { referralFor } from '#domain/applications/step'
import type { Problem } from '#domain/problem'
import { holderName, isTurnOf, stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { applicationById } from '#storage/applications'
import { StepBar } from '#ui/StepBar.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { exportProposalLetter } from './application-export.ts'
import type { PartProps } from './part.ts'
import { stepPhrases, stepTexts } from './step-texts.ts'

const targets: Partial<Readonly<Record<ApplicationState, string>>> = {
  draft: '监督与绩效管理科',
  budgeting: '预算科',
  carrying: '支出管理科落实',
  answered: '监督与绩效管理科核实',
}

/** The bar at the foot: the letter, what can be done now, and the one next step at the right. */
export function ApplicationActions(props: PartProps & { onLack: (lacks: readonly Problem[]) => void }) {
  const { saver, application, today, units, sections } = props
  const { by, book, rules } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [referral, setReferral] = useState<ReferralKind>('late')
  const flow = applicationFlowOf(application)
  const steps = stepsFrom(applicationFlow, application.state, by)
  const isTurn = isTurnOf(flow, application.state, by.duty) || application.state === 'deciding'
  const forward = isTurn ? steps.find((step) => !step.back || step.id === 'handle-referral') : undefined

  function lackOf(step: WorkflowStep<ApplicationState>): Problem[] {
    if (step.id === 'send-application') return checkProposal(application, rules.applications)
    if (step.id === 'decide-application' || step.id === 'submit-application') {
      const isNamed = step.id === 'submit-application' || by.duty === 'leader'
      return checkDecision(application, rules.applications).filter(({ at }) => !isNamed || at !== 'decidedBy')
    }
    if (step.id === 'answer-application') return checkAnswer(application)
    return step.id === 'close-application' ? checkClosing(application) : []
  }

  function exportLetter() {
    attempt(async () => {
      const sentence = await exportProposalLetter([application], { book, units, sections })
      if (sentence) say(sentence)
    })
  }

  return (
    <StepBar
      name={application.name}
      saver={saver}
      steps={steps}
      forward={forward}
      holder={holderName(flow, application.state)}
      texts={stepTexts}
      phrases={stepPhrases}
      targets={targets}
      take={async (wanted) => {
        const latest = await applicationById(application.id)
        const seen = [{ id: application.id, seenRevision: latest?.revision ?? 0 }]
        await takeApplicationStep(seen, { ...wanted, referral }, by)
      }}
      lackOf={lackOf}
      onAsk={(_step, lacks) => {
        props.onLack(lacks)
        setReferral(referralFor(application, today))
      }}
      more={({ id }) =>
        id === 'refer-application' && (
          <ChoiceField
            label="移送原因"
            value={referral}
            choices={referralKinds}
            onCommit={(kind) => kind !== '' && setReferral(kind)}
          />
        )
      }
      ways={
        <Button color="inherit" onClick={() => void navigate('/applications')}>
          返回台账
        </Button>
      }
    >
      {application.state !== 'dropped' && by.duty !== 'unit' && (
        <Button variant="outlined" onClick={exportLetter}>
          导出建议函
        </Button>
      )}
    </StepBar>
  )
}
