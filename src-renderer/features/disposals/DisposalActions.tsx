import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { takeDisposalStep } from '#actions/take-disposal-step'
import { checkAnswer, checkDecision, leadsToAdjustment } from '#domain/disposals/checks'
import { type Decision, isOverdue } from '#domain/disposals/disposal'
import { type DisposalState, disposalFlow } from '#domain/disposals/flow'
import { hasLetter, letterName, letterWith } from '#domain/disposals/letters'
import { proposedOn } from '#domain/disposals/propose'
import type { Problem } from '#domain/problem'
import { holderName, isTurnOf, stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { disposalById } from '#storage/disposals'
import { ActionBar } from '#ui/ActionBar.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { exportLetterFile } from './disposal-export.ts'
import type { PartProps } from './part.ts'
import { RedecideDialog } from './RedecideDialog.tsx'
import { stepPhrases, stepTexts } from './step-texts.ts'

type Step = WorkflowStep<DisposalState>

const targetNames: Partial<Readonly<Record<DisposalState, string>>> = {
  returned: '单位整改',
  answered: '支出管理科再审',
}

/** The bar at the foot: the letter, what can be done now, and the one next step at the right. */
export function DisposalActions(props: PartProps & { onLack: (part: 'answer' | 'decision') => void }) {
  const { saver, disposal, today, calendars } = props
  const { by, book, rules } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Step | null>(null)
  const disposalRules = rules.monitoring.disposal
  const steps = stepsFrom(disposalFlow, disposal.state, by)
  // A late one is the bureau's to decide on; for the others the next step is that of whose turn it is.
  const isLate = isOverdue(disposal, today)
  const changing = isLate ? steps.find(({ id }) => id === 'redecide-disposal') : undefined
  const isTurn = isTurnOf(disposalFlow, disposal.state, by.duty)
  const forward = changing ?? (isTurn ? steps.find((step) => !step.back) : undefined)
  const holder = holderName(disposalFlow, disposal.state)
  const letter = hasLetter(disposal) ? letterWith(disposal, props.all, disposalRules) : undefined

  function lackOf(step: Step): Problem[] {
    if (step.id === 'decide-disposal')
      return checkDecision({ ...disposal, warnedOn: disposal.warnedOn || today }, disposalRules)
    return step.id === 'answer-disposal' ? checkAnswer(disposal, disposal, disposalRules) : []
  }

  function ask(step: Step) {
    attempt(async () => {
      await saver.flush()
      const [lack] = lackOf(step)
      if (!lack) {
        setAsking(step)
        return
      }
      props.onLack(step.id === 'answer-disposal' ? 'answer' : 'decision')
      say({ text: `${lack.message}补齐后再${step.verb}。`, severity: 'warning' })
    })
  }

  function take(step: Step, opinion: string, target: string, decision: Partial<Decision> = {}) {
    setAsking(null)
    attempt(async () => {
      if (!(await saver.flush())) {
        say({ text: '还有内容没有保存，没有执行。请先处理页面上方的提示。', severity: 'warning' })
        return
      }
      const latest = await disposalById(disposal.id)
      const to = step.to.find((state) => state === target)
      const wanted = { id: step.id, opinion, ...(to ? { to } : {}) }
      await takeDisposalStep([{ id: disposal.id, seenRevision: latest?.revision ?? 0, decision }], wanted, by)
      say(`${step.verb}：${disposal.name}`)
    })
  }

  function exportLetter() {
    if (!letter) return
    attempt(async () => {
      const { units, sections } = props
      const sentence = await exportLetterFile([letter], { book, rules, units, sections })
      if (sentence) say(sentence)
    })
  }

  return (
    <ActionBar>
      <Button color="inherit" onClick={() => void navigate('/disposals')}>
        返回台账
      </Button>
      <Box sx={{ flex: 1, fontSize: 13, textAlign: 'right', color: 'text.secondary' }}>
        {!forward && holder !== '' && `等待${holder}办理`}
      </Box>
      {letter && (
        <Button variant="outlined" onClick={exportLetter}>
          导出{letterName(letter)}
          {letter.disposals.length > 1 && `（${letter.disposals.length} 个项目）`}
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
      {asking?.id === 'redecide-disposal' && (
        <RedecideDialog
          disposal={disposal}
          proposed={proposedOn(disposal, today, disposalRules)}
          today={today}
          calendars={calendars}
          onCancel={() => setAsking(null)}
          onConfirm={(decision, opinion) => take(asking, opinion, '', decision)}
        />
      )}
      {asking && asking.id !== 'redecide-disposal' && (
        <OpinionDialog
          title={`${asking.verb}：${disposal.name}`}
          action={asking.verb}
          required={asking.opinion === 'required'}
          phrases={stepPhrases[asking.id] ?? []}
          targets={asking.to.map((state) => ({ value: state, label: targetNames[state] ?? '' }))}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion, target) => take(asking, opinion, target)}
        >
          <Box sx={{ fontSize: 13 }}>
            {stepTexts[asking.id] ?? ''}
            {asking.id === 'close-disposal' &&
              leadsToAdjustment(disposal, disposalRules) &&
              '这项处置涉及目标调整，请先核对“目标调整”一栏的办理情况。'}
          </Box>
        </OpinionDialog>
      )}
    </ActionBar>
  )
}
