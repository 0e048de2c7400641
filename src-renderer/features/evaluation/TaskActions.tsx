import Button from '@mui/material/Button'
import { useNavigate } from 'react-router'
import { openScoreSheets } from '#actions/open-score-sheets'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import type { TaskState } from '#domain/evaluation/task'
import { resultProblems, scoringProblems, taskProblems } from '#domain/evaluation/task-checks'
import { taskFlow, taskFlowOf } from '#domain/evaluation/task-flow'
import { may } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import { holderName, type StepWanted, stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { StepBar } from '#ui/StepBar.tsx'
import type { TaskPartProps } from './task-part.ts'
import { isShownToUnit } from './task-rows.ts'
import { taskStepPhrases, taskStepTexts } from './task-step-texts.ts'

/** The bar at the foot: ways back, and the one next step at the right; what is asked and concluded is done on the result. */
export function TaskActions({ saver, task, sheets }: TaskPartProps) {
  const { book, by, rules } = useSession()
  const navigate = useNavigate()
  const mayScore = task.state === 'scoring' && may(by, 'save-score-sheet')
  const steps = stepsFrom(taskFlow, task.state, by)
    .filter(({ id }) => !ofResult.has(id))
    .toSorted((left, right) => Number(right.back ?? false) - Number(left.back ?? false))
  const next = steps.find((step) => !step.back)
  const isElsewhere = next !== undefined || mayScore || task.state === 'combining'

  function lackOf(step: WorkflowStep<TaskState>): Problem[] {
    const found =
      step.id === 'open-score-sheets'
        ? taskProblems(task, rules.evaluation)
        : step.id === 'finish-scoring'
          ? scoringProblems(task, sheets)
          : resultProblems(task, sheets, rules.evaluation)
    return step.back ? [] : found.filter(({ severity }) => severity === 'error')
  }

  async function take({ id, opinion }: StepWanted<TaskState>) {
    const latest = await evaluationTaskById(task.id)
    const revision = latest?.revision ?? 0
    if (id !== 'open-score-sheets') await takeEvaluationTaskStep(task.id, revision, { id, opinion }, by)
    else {
      await openScoreSheets(task.id, revision, by, opinion)
      void navigate(`/evaluation/tasks/${task.id}/score`)
    }
  }

  return (
    <StepBar
      name={task.name}
      saver={saver}
      steps={steps}
      // While it is scored, that is what comes next.
      forward={mayScore ? undefined : next}
      holder={isElsewhere ? '' : holderName(taskFlowOf(task), task.state)}
      texts={taskStepTexts}
      phrases={taskStepPhrases}
      take={take}
      lackOf={lackOf}
      ways={
        !book.kit && (
          <Button color="inherit" onClick={() => void navigate('/evaluation/tasks')}>
            返回台账
          </Button>
        )
      }
      after={
        <>
          {mayScore && (
            <Button variant="contained" onClick={() => void navigate(`/evaluation/tasks/${task.id}/score`)}>
              去评分
            </Button>
          )}
          {(isShownToUnit(task) || (task.state === 'combining' && by.duty !== 'unit')) && (
            <Button variant="contained" onClick={() => void navigate(`/evaluation/tasks/${task.id}/result`)}>
              看结果
            </Button>
          )}
        </>
      }
    />
  )
}

/** Steps that are taken where their result is seen. */
const ofResult: ReadonlySet<string> = new Set([
  'ask-evaluated-unit',
  'recall-evaluation-question',
  'conclude-evaluation',
  'reopen-evaluation',
])
