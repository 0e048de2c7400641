import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { saveEvaluationTask } from '#actions/save-evaluation-task'
import { feedbackOf, feedbackStates } from '#domain/evaluation/feedback'
import type { ReportFacts } from '#domain/evaluation/report-texts'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { type TaskContent, writableFields } from '#domain/evaluation/task-flow'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { useRecordSaver } from '#ui/record-saver'
import { SaveNote } from '#ui/SaveNote.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { ResultActions } from './ResultActions.tsx'
import { ResultExperts } from './ResultExperts.tsx'
import { ResultFeedback } from './ResultFeedback.tsx'
import { ResultProblems } from './ResultProblems.tsx'
import { ResultReplies } from './ResultReplies.tsx'
import { ResultReport } from './ResultReport.tsx'
import { ResultScores } from './ResultScores.tsx'
import {
  type ResultPart,
  type ResultPartProps,
  resultPartOf,
  resultParts,
  shownParts,
} from './result-part.ts'
import { TaskHead } from './TaskHead.tsx'

/** The result of a task: scores, experts, problems, the unit's opinions, the report; the next step at the foot. */
export function ResultDocument(props: {
  kept: EvaluationTask
  sheets: readonly KeptSheet[]
  facts: ReportFacts
}) {
  const { kept, sheets, facts } = props
  const { by } = useSession()
  const [address, setInAddress] = useAddress()
  const isUnit = by.duty === 'unit'
  const saver = useRecordSaver<EvaluationTask>(kept, {
    read: evaluationTaskById,
    // The patches only name fields that a person writes.
    keep: (latest, change: Partial<TaskContent>) =>
      saveEvaluationTask(latest.id, latest.revision, change, by),
  })
  const task = saver.record
  const maySave = may(by, 'save-evaluation-task')
  const given: ResultPartProps = {
    ...{ saver, task, sheets },
    facts: { ...facts, task },
    isOpen: (field) => maySave && writableFields[task.state].includes(field),
  }
  const shown = shownParts(task, isUnit)
  const part = resultPartOf(address.get('part'), shown)
  const Part = pages[part]
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <TaskHead
        task={task}
        unitName={facts.unitName}
        here="result"
        note={maySave ? <SaveNote saver={saver} at={task.changedAt} /> : null}
      />
      <Box
        component="nav"
        aria-label="结果的各部分"
        sx={{ flex: 'none', display: 'flex', gap: 1, px: 3, py: 1, bgcolor: colours.page }}
      >
        {shown.map((each) => (
          <Button
            key={each}
            size="small"
            variant={each === part ? 'outlined' : 'text'}
            aria-current={each === part ? 'page' : undefined}
            onClick={() => setInAddress({ part: each })}
          >
            {resultParts[each]}
            {countOf(each, task)}
          </Button>
        ))}
      </Box>
      <Part {...given} />
      <ResultActions {...given} isReplying={part === 'replies'} />
    </Box>
  )
}

const pages = {
  scores: ResultScores,
  experts: ResultExperts,
  problems: ResultProblems,
  replies: ResultReplies,
  report: ResultReport,
  feedback: ResultFeedback,
} as const

function countOf(part: ResultPart, task: EvaluationTask): string {
  const { problems, replies } = task
  const feedback = part === 'feedback' ? feedbackOf(task) : null
  if (feedback) return `：${feedbackStates[feedback.state]}`
  if (part === 'problems' && problems.length > 0) return ` ${problems.length}`
  return part === 'replies' && replies.length > 0 ? ` ${replies.length}` : ''
}
