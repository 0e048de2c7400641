import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { saveEvaluationTask } from '#actions/save-evaluation-task'
import type { EvaluationTask } from '#domain/evaluation/task'
import { type TaskContent, writableFields } from '#domain/evaluation/task-flow'
import { newVisit, sortedVisits, type Visit, visitClashes, visitFigures } from '#domain/evaluation/visit'
import type { Agency } from '#domain/experts/agency'
import { may } from '#domain/people/permissions'
import type { Section } from '#domain/year-book'
import { useSession } from '#session'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { EmptyState } from '#ui/EmptyState.tsx'
import { useRecordSaver } from '#ui/record-saver'
import { SaveNote } from '#ui/SaveNote.tsx'
import { useToast } from '#ui/Toast.tsx'
import { takeRow } from '#ui/take-row'
import { colours } from '#ui/theme'
import { TaskHead } from './TaskHead.tsx'
import { VisitCard } from './VisitCard.tsx'

/** 现场安排: every visit with its days, people, what is looked at and what was found; people who are wanted twice stand out. */
export function ScheduleDocument(props: {
  kept: EvaluationTask
  others: readonly EvaluationTask[]
  unitName: string
  sections: readonly Section[]
  agencies: readonly Agency[]
}) {
  const { kept, others } = props
  const { by } = useSession()
  const { say } = useToast()
  const navigate = useNavigate()
  const [fresh, setFresh] = useState('')
  const adder = useRef<HTMLButtonElement>(null)
  const saver = useRecordSaver<EvaluationTask>(kept, {
    read: evaluationTaskById,
    // The patches only name fields that a person writes.
    keep: (latest, change: Partial<TaskContent>) =>
      saveEvaluationTask(latest.id, latest.revision, change, by),
  })
  const task = saver.record
  const visits = sortedVisits(task.visits ?? [])
  const readOnly = !may(by, 'save-evaluation-task') || !writableFields[task.state].includes('visits')
  const { count, done, people, personDays } = visitFigures(visits)
  const clashes = new Map(visits.map((visit) => [visit.id, visitClashes(visit, task.id, others)]))
  const clashing = visits.filter(({ id }) => (clashes.get(id)?.length ?? 0) > 0).length

  function change(patch: (before: readonly Visit[]) => readonly Visit[]) {
    saver.change((before) => ({ visits: patch(before.visits ?? []) }))
  }
  function put(id: string, patch: Partial<Visit>) {
    change((before) => before.map((one) => (one.id === id ? { ...one, ...patch } : one)))
  }
  function add() {
    const id = crypto.randomUUID()
    setFresh(id)
    change((before) => [...before, newVisit(id)])
  }
  function remove(visit: Visit, index: number, button: HTMLElement) {
    takeRow(button, adder, () => change((before) => before.filter(({ id }) => id !== visit.id)))
    say({
      text: `已删除第 ${index + 1} 次现场工作。`,
      undo: async () => change((before) => [...before, visit]),
    })
  }

  const adding = !readOnly && (
    <Button ref={adder} variant="contained" onClick={add}>
      添加现场工作
    </Button>
  )
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <TaskHead
        task={task}
        unitName={props.unitName}
        here="schedule"
        note={<SaveNote saver={saver} at={task.changedAt} />}
      >
        {visits.length > 0 && (
          <>
            <Button
              variant="outlined"
              onClick={() => void navigate(`/evaluation/tasks/${task.id}/schedule/paper`)}
            >
              打印安排表
            </Button>
            {adding}
          </>
        )}
      </TaskHead>
      {visits.length === 0 ? (
        <EmptyState
          text={
            readOnly
              ? '这项评价没有现场工作的安排。'
              : '还没有安排现场工作。写明日期、地点、参加人员和要查看的内容，查看后在这里记录情况、附上照片。'
          }
        >
          {adding}
        </EmptyState>
      ) : (
        <>
          <Box role="status" sx={{ flex: 'none', px: 4, pt: 2, fontSize: 13 }}>
            现场工作 {count} 次，已完成 {done} 次；参加 {people} 人，共 {personDays} 人天。
            {clashing > 0 && (
              <Box component="span" sx={{ color: colours.attention }}>
                　▲ {clashing} 次与其他任务的人员安排冲突
              </Box>
            )}
          </Box>
          <Box
            tabIndex={0}
            role="group"
            aria-label="现场工作"
            sx={{
              flex: 1,
              minHeight: 0,
              overflow: 'auto',
              p: 3,
              display: 'grid',
              gap: 3,
              alignContent: 'start',
            }}
          >
            {visits.map((visit, index) => (
              <VisitCard
                key={visit.id}
                task={task}
                visit={visit}
                index={index}
                clashes={clashes.get(visit.id) ?? []}
                sections={props.sections}
                agencies={props.agencies}
                isFresh={visit.id === fresh}
                readOnly={readOnly}
                onPut={(patch) => put(visit.id, patch)}
                onRemove={(button) => remove(visit, index, button)}
              />
            ))}
          </Box>
        </>
      )}
    </Box>
  )
}
