import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { evaluationTaskById, sheetsOf } from '#storage/evaluation-tasks'
import { reachedUnits } from '#storage/reach'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { TaskDocument } from './TaskDocument.tsx'
import { isNoticed } from './task-rows.ts'

/** One task, read live with its sheets. */
export function TaskPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const read = useLiveQuery(async () => ({ task: await evaluationTaskById(id) }), [id])
  const sheets = useLiveQuery(() => sheetsOf(book.id, id), [book.id, id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (!read || !sheets || !units || !sections) return null
  const { task } = read
  if (task?.bookId !== book.id)
    return (
      <EmptyPage
        title="评价任务"
        trail="绩效评价"
        text="这项评价不在当前账套中，可能属于其他年度。"
        way={{ to: '/evaluation/tasks', name: '返回评价任务' }}
      />
    )
  const reached = reachedUnits(by, units, sections)
  if ((reached && !reached.has(task.unitId)) || (by.duty === 'unit' && !isNoticed(task)))
    return (
      <EmptyPage
        title="评价任务"
        trail="绩效评价"
        text="这项评价不在当前职责的范围内，或还没有开始。可在右上角切换职责后再看。"
        way={{ to: '/evaluation/tasks', name: '返回评价任务' }}
      />
    )
  return <TaskDocument key={id} kept={task} sheets={sheets} units={units} sections={sections} />
}
