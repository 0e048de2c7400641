import Box from '@mui/material/Box'
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
import { ActionBar } from '#ui/ActionBar.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { exportProposalLetter } from './application-export.ts'
import type { PartProps } from './part.ts'
import { stepPhrases, stepTexts } from './step-texts.ts'

type Step = WorkflowStep<ApplicationState>

const targetNames: Partial<Readonly<Record<ApplicationState, string>>> = {
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
  const [asking, setAsking] = useState<Step | null>(null)
  const [referral, setReferral] = useState<ReferralKind>('late')
  const flow = applicationFlowOf(application)
  const steps = stepsFrom(applicationFlow, application.state, by)
  const isTurn = isTurnOf(flow, application.state, by.duty) || application.state === 'deciding'
  const forward = isTurn ? steps.find((step) => !step.back || step.id === 'handle-referral') : undefined
  const holder = holderName(flow, application.state)

  function lackOf(step: Step): Problem[] {
    if (step.id === 'send-application') return checkProposal(application, rules.applications)
    if (step.id === 'decide-application' || step.id === 'submit-application') {
      const isNamed = step.id === 'submit-application' || by.duty === 'leader'
      return checkDecision(application, rules.applications).filter(({ at }) => !isNamed || at !== 'decidedBy')
    }
    if (step.id === 'answer-application') return checkAnswer(application)
    return step.id === 'close-application' ? checkClosing(application) : []
  }
  function ask(step: Step) {
    attempt(async () => {
      await saver.flush()
      const lacks = lackOf(step)
      props.onLack(lacks)
      if (lacks[0]) {
        say({ text: `${lacks[0].message}补齐后再${step.verb}。`, severity: 'warning' })
        return
      }
      setReferral(referralFor(application, today))
      setAsking(step)
    })
  }
  function take(step: Step, opinion: string, target: string) {
    setAsking(null)
    attempt(async () => {
      if (!(await saver.flush())) {
        say({ text: '还有内容没有保存，没有执行。请先处理页面上方的提示。', severity: 'warning' })
        return
      }
      const latest = await applicationById(application.id)
      const to = step.to.find((state) => state === target)
      const wanted = { id: step.id, opinion, referral, ...(to ? { to } : {}) }
      await takeApplicationStep([{ id: application.id, seenRevision: latest?.revision ?? 0 }], wanted, by)
      say(`${step.verb}：${application.name}`)
    })
  }
  function exportLetter() {
    attempt(async () => {
      const sentence = await exportProposalLetter([application], { book, units, sections })
      if (sentence) say(sentence)
    })
  }

  return (
    <ActionBar>
      <Button color="inherit" onClick={() => void navigate('/applications')}>
        返回台账
      </Button>
      <Box sx={{ flex: 1, fontSize: 13, textAlign: 'right', color: 'text.secondary' }}>
        {!forward && holder !== '' && `等待${holder}办理`}
      </Box>
      {application.state !== 'dropped' && by.duty !== 'unit' && (
        <Button variant="outlined" onClick={exportLetter}>
          导出建议函
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
      {asking && (
        <OpinionDialog
          title={`${asking.verb}：${application.name}`}
          action={asking.verb}
          required={asking.opinion === 'required'}
          phrases={stepPhrases[asking.id] ?? []}
          targets={asking.to.map((state) => ({ value: state, label: targetNames[state] ?? '' }))}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion, target) => take(asking, opinion, target)}
        >
          <Box sx={{ fontSize: 13, display: 'grid', gap: 2 }}>
            <Box>{stepTexts[asking.id] ?? ''}</Box>
            {asking.id === 'refer-application' && (
              <ChoiceField
                label="移送原因"
                value={referral}
                choices={referralKinds}
                onCommit={(kind) => kind !== '' && setReferral(kind)}
              />
            )}
          </Box>
        </OpinionDialog>
      )}
    </ActionBar>
  )
}
