import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { evaluationTaskById, sheetsOf } from '#storage/evaluation-tasks'
import { reachedUnits } from '#storage/reach'
import { NoRecord, type RecordPage } from '#ui/NoRecord.tsx'
import { TaskDocument } from './TaskDocument.tsx'
import { isNoticed } from './task-rows.ts'

const page: RecordPage = {
  ...{ title: '评价任务', trail: '绩效评价', what: '这项评价' },
  way: { to: '/evaluation/tasks', name: '返回评价任务' },
}

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
  if (task?.bookId !== book.id) return <NoRecord page={page} why="elsewhere" />
  const reached = reachedUnits(by, units, sections)
  if ((reached && !reached.has(task.unitId)) || (by.duty === 'unit' && !isNoticed(task)))
    return <NoRecord page={page} why="out-of-reach" or="，或还没有开始" />
  return <TaskDocument key={id} kept={task} sheets={sheets} units={units} sections={sections} />
}
