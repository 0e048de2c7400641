import Box from '@mui/material/Box'
import { saveEvaluationTask } from '#actions/save-evaluation-task'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { type TaskContent, writableFields } from '#domain/evaluation/task-flow'
import { may } from '#domain/people/permissions'
import type { Section, Unit } from '#domain/year-book'
import { useSession } from '#session'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { useRecordSaver } from '#ui/record-saver'
import { SaveNote } from '#ui/SaveNote.tsx'
import { useAddress } from '#ui/use-address'
import { PartBasics } from './PartBasics.tsx'
import { PartMaterials } from './PartMaterials.tsx'
import { SystemEditor } from './SystemEditor.tsx'
import { TaskActions } from './TaskActions.tsx'
import { TaskHead } from './TaskHead.tsx'
import { TaskPanel } from './TaskPanel.tsx'
import { type TaskPart, type TaskPartProps, taskParts } from './task-part.ts'

/** One task as a document: what is evaluated and by whom, its own indicator system, its materials; the next step at the foot. */
export function TaskDocument(props: {
  kept: EvaluationTask
  sheets: readonly KeptSheet[]
  units: readonly Unit[]
  sections: readonly Section[]
}) {
  const { kept, sheets, units, sections } = props
  const { by } = useSession()
  const [address] = useAddress()
  const saver = useRecordSaver<EvaluationTask>(kept, {
    read: evaluationTaskById,
    keep: (latest, change) => saveEvaluationTask(latest.id, latest.revision, contentOf(change), by),
  })
  const task = saver.record
  const part = partOf(address.get('part'))
  const given: TaskPartProps = { saver, task, sheets, units, sections }
  const maySave = may(by, 'save-evaluation-task')
  const isOpen = (field: keyof TaskContent) => maySave && writableFields[task.state].includes(field)
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <TaskHead
        task={task}
        unitName={units.find(({ id }) => id === task.unitId)?.name ?? ''}
        here={part}
        note={maySave ? <SaveNote saver={saver} at={task.changedAt} /> : null}
      />
      {part === 'system' ? (
        <SystemEditor
          key={isOpen('system') ? 'open' : 'closed'}
          system={task.system}
          readOnly={!isOpen('system')}
          onChange={(patch) => saver.change((before) => ({ system: patch(before.system) }))}
        />
      ) : (
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto', position: 'relative', p: 3 }}>
            {part === 'basics' ? (
              <PartBasics {...given} isOpen={isOpen} />
            ) : (
              <PartMaterials {...given} readOnly={!isOpen('materials')} />
            )}
          </Box>
          {part === 'basics' && by.duty !== 'unit' && <TaskPanel task={task} />}
        </Box>
      )}
      <TaskActions {...given} />
    </Box>
  )
}

function partOf(text: string | null): TaskPart {
  const parts = Object.keys(taskParts) as TaskPart[] // the keys of the table
  return parts.find((part) => part === text) ?? 'basics'
}

/** The saver's patches only ever name fields that a person writes. */
function contentOf(change: Partial<EvaluationTask>): Partial<TaskContent> {
  return change
}
