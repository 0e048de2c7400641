import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { openSecondRound } from '#actions/open-second-round'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import { conclusionProblems } from '#domain/evaluation/findings'
import { indicatorName } from '#domain/evaluation/result'
import type { EvaluationRules } from '#domain/evaluation/rules'
import type { EvaluationTask, KeptSheet, TaskState } from '#domain/evaluation/task'
import { resultProblems } from '#domain/evaluation/task-checks'
import { taskFlow, taskFlowOf } from '#domain/evaluation/task-flow'
import { may } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import { holderName, stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { ActionBar } from '#ui/ActionBar.tsx'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useWhenKept } from '#ui/use-when-kept'
import { exportReport, exportScores } from './result-export.ts'
import type { ResultPartProps } from './result-part.ts'
import { taskStepPhrases, taskStepTexts } from './task-step-texts.ts'

type Step = WorkflowStep<TaskState>
const steps: ReadonlySet<string> = new Set([
  'resume-scoring',
  'ask-evaluated-unit',
  'recall-evaluation-question',
  'conclude-evaluation',
  'reopen-evaluation',
])

/** The bar at the foot: Word and Excel, the second round, and the step that the task waits for. */
export function ResultActions(props: ResultPartProps & { isReplying: boolean }) {
  const { saver, task, sheets, facts } = props
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const whenKept = useWhenKept(saver)
  const [asking, setAsking] = useState<Step | 'second' | null>(null)
  const possible = stepsFrom(taskFlow, task.state, by).filter(({ id }) => steps.has(id))
  const forward = possible.find((step) => !step.back)
  const { toRescore } = facts.result
  const second = sheets.filter(({ round }) => round === 2)
  const maySecond =
    task.state === 'combining' && second.length === 0 && toRescore.length > 0 && may(by, 'open-second-round')
  const isScoring = second.some(({ signedAt }) => signedAt === '')
  // Who scored the first round elsewhere scores the second there.
  const byKits = sheets.some(({ round, kit }) => round === 1 && kit !== undefined)
  const isUnit = by.duty === 'unit'

  function ask(step: Step) {
    const lack = lackFor(step, task, sheets, rules.evaluation)
    const [first, ...others] = lack
    const more = others.length > 0 ? `（另有 ${others.length} 处）` : ''
    if (first) say({ text: `${first.message}${more}补齐后再${step.verb}。`, severity: 'warning' })
    else setAsking(step)
  }
  async function revision(): Promise<number> {
    return (await evaluationTaskById(task.id))?.revision ?? 0
  }
  function take(step: Step, opinion: string) {
    setAsking(null)
    whenKept(async () => {
      await takeEvaluationTaskStep(task.id, await revision(), { id: step.id, opinion }, by)
      say(`${step.verb}：${task.name}`)
    })
  }
  function openSecond() {
    setAsking(null)
    whenKept(async () => {
      const made = await openSecondRound(task.id, await revision(), by)
      say(`已为 ${made.length} 位专家打开第二轮评分表，只评有分歧的 ${toRescore.length} 个指标。`)
    })
  }
  function write(work: () => Promise<string | null>) {
    attempt(async () => {
      await saver.flush()
      const sentence = await work()
      if (sentence) say(sentence)
    })
  }

  return (
    <ActionBar>
      <Button color="inherit" onClick={() => void navigate('/evaluation/tasks')}>
        返回台账
      </Button>
      <Box sx={{ flex: 1, fontSize: 13, textAlign: 'right', color: 'text.secondary' }}>
        {!forward && !isUnit && holderOf(task)}
      </Box>
      {may(by, 'reply-evaluation') && task.state === 'asked' && !props.isReplying && (
        <Button
          variant="contained"
          onClick={() => void navigate(`/evaluation/tasks/${task.id}/result?part=replies`)}
        >
          提意见
        </Button>
      )}
      {!isUnit && (
        <>
          <Button variant="outlined" onClick={() => write(() => exportScores(facts, book))}>
            导出评分表
          </Button>
          <Button variant="outlined" onClick={() => write(() => exportReport(facts, book))}>
            导出报告
          </Button>
        </>
      )}
      {possible
        .filter((step) => step !== forward)
        .map((step) => (
          <Button key={step.id} variant="outlined" onClick={() => ask(step)}>
            {step.verb}
          </Button>
        ))}
      {isScoring && <SecondRoundWays taskId={task.id} byKits={byKits} />}
      {forward && !isScoring && (
        <Button variant={maySecond ? 'outlined' : 'contained'} onClick={() => ask(forward)}>
          {forward.verb}
        </Button>
      )}
      {maySecond && (
        <Button variant="contained" onClick={() => setAsking('second')}>
          开启第二轮（{toRescore.length} 个指标）
        </Button>
      )}
      {asking === 'second' && (
        <SecondRoundDialog
          task={task}
          toRescore={toRescore}
          onCancel={() => setAsking(null)}
          onConfirm={openSecond}
        />
      )}
      {asking && asking !== 'second' && (
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

/** Where the second round is scored: in kits where the first was, else at the desk. */
function SecondRoundWays({ taskId, byKits }: { taskId: string; byKits: boolean }) {
  const { by } = useSession()
  const navigate = useNavigate()
  return (
    <>
      {may(by, 'issue-expert-kit') && (
        <Button
          variant={byKits ? 'contained' : 'outlined'}
          onClick={() => void navigate(`/evaluation/tasks/${taskId}/kits`)}
        >
          第二轮评分包
        </Button>
      )}
      {may(by, 'save-score-sheet') && (
        <Button
          variant={byKits ? 'outlined' : 'contained'}
          onClick={() => void navigate(`/evaluation/tasks/${taskId}/score`)}
        >
          去第二轮评分
        </Button>
      )}
    </>
  )
}

function SecondRoundDialog({
  task,
  toRescore,
  onCancel,
  onConfirm,
}: {
  task: EvaluationTask
  toRescore: readonly string[]
  onCancel: () => void
  onConfirm: () => void
}) {
  return (
    <ConfirmDialog
      open
      title={`开启第二轮评分：${task.name}`}
      action={`对 ${toRescore.length} 个指标再评一轮`}
      onCancel={onCancel}
      onConfirm={onConfirm}
    >
      只对评分相差大的指标重新评分：{toRescore.map((id) => indicatorName(task, id)).join('、')}
      。各专家可以看到第一轮的评分和理由，签名后以第二轮为准。
    </ConfirmDialog>
  )
}

/** What is still missing for a step. */
function lackFor(
  { id }: Step,
  task: EvaluationTask,
  sheets: readonly KeptSheet[],
  rules: EvaluationRules,
): readonly Problem[] {
  if (id === 'ask-evaluated-unit') return resultProblems(task, sheets, rules)
  if (id === 'conclude-evaluation')
    return [...resultProblems(task, sheets, rules), ...conclusionProblems(task)]
  return []
}

function holderOf(task: EvaluationTask): string {
  const holder = holderName(taskFlowOf(task), task.state)
  return holder === '' ? '' : `等待${holder}办理`
}
