import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { evaluationTasksOf } from '#storage/evaluation-tasks'
import { allAgencies } from '#storage/experts'
import { reachedUnits } from '#storage/reach'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { ScheduleDocument } from './ScheduleDocument.tsx'

/** 现场安排 of one task, read live with the other tasks of the year: they may claim the same people. */
export function SchedulePage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const tasks = useLiveQuery(() => evaluationTasksOf(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const agencies = useLiveQuery(() => allAgencies(book.demo), [book.demo])
  if (!tasks || !units || !sections || !agencies) return null
  const task = tasks.find((each) => each.id === id)
  const reached = reachedUnits(by, units, sections)
  if (!task || by.duty === 'unit' || (reached && !reached.has(task.unitId)))
    return (
      <EmptyPage
        title="现场安排"
        trail="评价任务"
        text="这里安排一项评价的现场工作：日期、地点、参加人员，查看后记录情况。这项评价不在当前账套或当前职责的范围内，请从评价任务打开。"
        way={{ to: '/evaluation/tasks', name: '返回评价任务' }}
      />
    )
  return (
    <ScheduleDocument
      key={id}
      kept={task}
      others={tasks}
      unitName={units.find((unit) => unit.id === task.unitId)?.name ?? ''}
      sections={sections}
      agencies={agencies}
    />
  )
}
