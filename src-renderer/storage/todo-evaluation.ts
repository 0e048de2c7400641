import { daysLeft, type Moment } from '#domain/dates'
import { feedbackFlow, feedbackOf } from '#domain/evaluation/feedback'
import { askedTurn } from '#domain/evaluation/findings'
import type { EvaluationTask, TaskState } from '#domain/evaluation/task'
import { taskFlow, taskFlowOf } from '#domain/evaluation/task-flow'
import type { Assignment } from '#domain/people/duties'
import { overdueDays, type Workflow } from '#domain/workflow'
import { localDay } from './local-day.ts'
import { type Held, type Todo, todosIn } from './todo-held.ts'

/** What of the evaluations waits for a duty: their work, opinions to give and to decide, results that were fed back. */
export function taskTodos(tasks: readonly EvaluationTask[], assignment: Assignment, now: Moment): Todo[] {
  const { duty } = assignment
  const held = tasks.filter((task) => taskFlowOf(task).states[task.state].holder === duty)
  const asked = held.filter(({ state }) => state === 'asked')
  const working = held.filter((task) => task.state !== 'asked' || turnOf(task, now) === 'conclusion')
  const deciding = asked.filter((task) => turnOf(task, now) === 'decision')
  const speaking =
    duty === 'unit'
      ? tasks.filter(
          ({ state, unitId, replies }) => state === 'asked' && unitId !== '' && replies.length === 0,
        )
      : []
  const opinions = duty === 'unit' ? speaking : deciding
  const word = duty === 'unit' ? '待提出意见' : '待处理单位意见'
  return [
    ...todosIn(
      'evaluationTasks',
      heldBy(assignment, ''),
      working.map((task) => heldTask(task, now)),
      assignment,
      now,
    ),
    ...todosIn(
      'evaluationOpinions',
      heldBy(assignment, word),
      opinions.map((task) => heldTask(task, now)),
      assignment,
      now,
    ),
    ...todosIn(
      'evaluationFeedbacks',
      feedbackFlow,
      tasks.flatMap((task) => {
        const feedback = feedbackOf(task)
        return feedback ? [{ state: feedback.state, since: feedback.heldSince }] : []
      }),
      assignment,
      now,
    ),
  ]
}

function turnOf(task: EvaluationTask, now: Moment) {
  return askedTurn(task, overdueDays(taskFlow, task.state, task.heldSince, now) > 0)
}

/** The road with the duty as the holder of all its states: what it holds was chosen before. */
function heldBy({ duty }: Assignment, askedWord: string): Workflow<TaskState> {
  const { preparing, scoring, combining, asked, concluded, stopped } = taskFlow.states
  const name = askedWord === '' ? asked.name : askedWord
  return {
    ...taskFlow,
    states: {
      preparing: { ...preparing, holder: duty },
      scoring: { ...scoring, holder: duty },
      combining: { ...combining, holder: duty },
      asked: { ...asked, name, holder: duty },
      concluded,
      stopped,
    },
  }
}

/** Scoring is late by the task's own day. */
function heldTask({ id, name, state, heldSince, dueOn }: EvaluationTask, now: Moment): Held<TaskState> {
  const today = localDay(now)
  if (state !== 'scoring' || dueOn === '') return { id, name, state, since: heldSince }
  return { id, name, state, since: heldSince, late: today > dueOn ? -daysLeft(dueOn, today) : 0 }
}
