import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate } from 'react-router'
import { takeDisposalStep } from '#actions/take-disposal-step'
import { checkAnswer, checkDecision, leadsToAdjustment } from '#domain/disposals/checks'
import { type Decision, isOverdue } from '#domain/disposals/disposal'
import { type DisposalState, disposalFlow } from '#domain/disposals/flow'
import { hasLetter, letterName, letterWith } from '#domain/disposals/letters'
import { proposedOn } from '#domain/disposals/propose'
import type { Problem } from '#domain/problem'
import { holderName, isTurnOf, type StepWanted, stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { disposalById } from '#storage/disposals'
import { StepBar } from '#ui/StepBar.tsx'
import { useToast } from '#ui/Toast.tsx'
import { exportLetterFile } from './disposal-export.ts'
import type { PartProps } from './part.ts'
import { RedecideDialog } from './RedecideDialog.tsx'
import { stepPhrases, stepTexts } from './step-texts.ts'

const targets: Partial<Readonly<Record<DisposalState, string>>> = {
  returned: '单位整改',
  answered: '支出管理科再审',
}

/** The bar at the foot: the letter, what can be done now, and the one next step at the right. */
export function DisposalActions(props: PartProps & { onLack: (part: 'answer' | 'decision') => void }) {
  const { saver, disposal, today, calendars } = props
  const { by, book, rules } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const disposalRules = rules.monitoring.disposal
  const steps = stepsFrom(disposalFlow, disposal.state, by)
  // A late one is the bureau's to decide on; for the others the next step is that of whose turn it is.
  const isLate = isOverdue(disposal, today)
  const changing = isLate ? steps.find(({ id }) => id === 'redecide-disposal') : undefined
  const isTurn = isTurnOf(disposalFlow, disposal.state, by.duty)
  const forward = changing ?? (isTurn ? steps.find((step) => !step.back) : undefined)
  const letter = hasLetter(disposal) ? letterWith(disposal, props.all, disposalRules) : undefined

  function lackOf(step: WorkflowStep<DisposalState>): Problem[] {
    if (step.id === 'decide-disposal')
      return checkDecision({ ...disposal, warnedOn: disposal.warnedOn || today }, disposalRules)
    return step.id === 'answer-disposal' ? checkAnswer(disposal, disposal, disposalRules) : []
  }

  async function take(wanted: StepWanted<DisposalState>, decision: Partial<Decision> = {}) {
    const latest = await disposalById(disposal.id)
    await takeDisposalStep([{ id: disposal.id, seenRevision: latest?.revision ?? 0, decision }], wanted, by)
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
    <StepBar
      name={disposal.name}
      saver={saver}
      steps={steps}
      forward={forward}
      holder={holderName(disposalFlow, disposal.state)}
      texts={stepTexts}
      phrases={stepPhrases}
      targets={targets}
      take={take}
      lackOf={lackOf}
      onAsk={({ id }, lacks) =>
        lacks.length > 0 && props.onLack(id === 'answer-disposal' ? 'answer' : 'decision')
      }
      more={({ id }) =>
        id === 'close-disposal' &&
        leadsToAdjustment(disposal, disposalRules) && (
          <Box>这项处置涉及目标调整，请先核对“目标调整”一栏的办理情况。</Box>
        )
      }
      dialogOf={({ id }, dialog) =>
        id === 'redecide-disposal' && (
          <RedecideDialog
            disposal={disposal}
            proposed={proposedOn(disposal, today, disposalRules)}
            today={today}
            calendars={calendars}
            onCancel={dialog.onCancel}
            onConfirm={(decision, opinion) => dialog.take(() => take({ id, opinion }, decision))}
          />
        )
      }
      ways={
        <Button color="inherit" onClick={() => void navigate('/disposals')}>
          返回台账
        </Button>
      }
    >
      {letter && (
        <Button variant="outlined" onClick={exportLetter}>
          导出{letterName(letter)}
          {letter.disposals.length > 1 && `（${letter.disposals.length} 个项目）`}
        </Button>
      )}
    </StepBar>
  )
}
