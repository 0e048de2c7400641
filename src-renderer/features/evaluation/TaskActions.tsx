import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { openScoreSheets } from '#actions/open-score-sheets'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import type { TaskState } from '#domain/evaluation/task'
import { resultProblems, scoringProblems, taskProblems } from '#domain/evaluation/task-checks'
import { taskFlow, taskFlowOf } from '#domain/evaluation/task-flow'
import { may } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import { holderName, stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { ActionBar } from '#ui/ActionBar.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import type { TaskPartProps } from './task-part.ts'
import { isShownToUnit } from './task-rows.ts'
import { taskStepPhrases, taskStepTexts } from './task-step-texts.ts'

type Step = WorkflowStep<TaskState>

/** The bar at the foot: ways back, and the one next step at the right; what is asked and concluded is done on the result. */
export function TaskActions({ saver, task, sheets }: TaskPartProps) {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Step | null>(null)
  const steps = stepsFrom(taskFlow, task.state, by).filter(({ id }) => !ofResult.has(id))
  const forward = steps.find((step) => !step.back)
  const holder = holderName(taskFlowOf(task), task.state)

  function lackOf(step: Step): Problem[] {
    const found =
      step.id === 'open-score-sheets'
        ? taskProblems(task, rules.evaluation)
        : step.id === 'finish-scoring'
          ? scoringProblems(task, sheets)
          : resultProblems(task, sheets, rules.evaluation)
    return step.back ? [] : found.filter(({ severity }) => severity === 'error')
  }

  function ask(step: Step) {
    const [lack, ...others] = lackOf(step)
    if (!lack) {
      setAsking(step)
      return
    }
    const more = others.length > 0 ? `（另有 ${others.length} 处）` : ''
    say({ text: `${lack.message}${more}补齐后再${step.verb}。`, severity: 'warning' })
  }

  function take(step: Step, opinion: string) {
    setAsking(null)
    attempt(async () => {
      if (!(await saver.flush())) {
        say({ text: '还有内容没有保存，没有执行。请先处理页面上方的提示。', severity: 'warning' })
        return
      }
      const latest = await evaluationTaskById(task.id)
      const revision = latest?.revision ?? 0
      if (step.id === 'open-score-sheets') await openScoreSheets(task.id, revision, by, opinion)
      else await takeEvaluationTaskStep(task.id, revision, { id: step.id, opinion }, by)
      say(`${step.verb}：${task.name}`)
      if (step.id === 'open-score-sheets') void navigate(`/evaluation/tasks/${task.id}/score`)
    })
  }

  const mayScore = task.state === 'scoring' && may(by, 'save-score-sheet')
  return (
    <ActionBar>
      {!book.kit && (
        <Button color="inherit" onClick={() => void navigate('/evaluation/tasks')}>
          返回台账
        </Button>
      )}
      <Box sx={{ flex: 1, fontSize: 13, textAlign: 'right', color: 'text.secondary' }}>
        {!forward && !mayScore && holder !== '' && task.state !== 'combining' && `等待${holder}办理`}
      </Box>
      {steps
        .filter((step) => step !== forward || mayScore)
        .toSorted((left, right) => Number(right.back ?? false) - Number(left.back ?? false))
        .map((step) => (
          <Button key={step.id} variant="outlined" onClick={() => ask(step)}>
            {step.verb}
          </Button>
        ))}
      {mayScore && (
        <Button variant="contained" onClick={() => void navigate(`/evaluation/tasks/${task.id}/score`)}>
          去评分
        </Button>
      )}
      {forward && !mayScore && (
        <Button variant="contained" onClick={() => ask(forward)}>
          {forward.verb}
        </Button>
      )}
      {(isShownToUnit(task) || (task.state === 'combining' && by.duty !== 'unit')) && (
        <Button variant="contained" onClick={() => void navigate(`/evaluation/tasks/${task.id}/result`)}>
          看结果
        </Button>
      )}
      {asking && (
        <OpinionDialog
          title={`${asking.verb}：${task.name}`}
          action={asking.verb}
          required={asking.opinion === 'required'}
          phrases={taskStepPhrases[asking.id] ?? []}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion) => take(asking, opinion)}
        >
          <Box sx={{ fontSize: 13 }}>{taskStepTexts[asking.id] ?? ''}</Box>
        </OpinionDialog>
      )}
    </ActionBar>
  )
}

/** Steps that are taken where their result is seen. */
const ofResult: ReadonlySet<string> = new Set([
  'ask-evaluated-unit',
  'recall-evaluation-question',
  'conclude-evaluation',
  'reopen-evaluation',
])
