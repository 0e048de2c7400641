import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reportFacts } from '#storage/evaluation-results'
import { evaluationTaskById, sheetsOf } from '#storage/evaluation-tasks'
import { reachedUnits } from '#storage/reach'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { ResultDocument } from './ResultDocument.tsx'
import { isShownToUnit } from './task-rows.ts'

/** What one evaluation came to, read live with its sheets and everything its report rests on. */
export function ResultPage() {
  const { id = '' } = useParams()
  const { book, by, rules } = useSession()
  const read = useLiveQuery(async () => {
    const [task, sheets] = await Promise.all([evaluationTaskById(id), sheetsOf(book.id, id)])
    const isHere = task !== null && task.bookId === book.id
    return {
      task: isHere ? task : null,
      sheets,
      facts: isHere ? await reportFacts(task, sheets, book, rules) : null,
    }
  }, [id, book, rules])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (!read || !units || !sections) return null
  const { task, sheets, facts } = read
  if (!task || !facts)
    return (
      <EmptyPage
        title="评价结果"
        trail="评价任务"
        text="这项评价不在当前账套中，可能属于其他年度。"
        way={{ to: '/evaluation/tasks', name: '返回评价任务' }}
      />
    )
  const reached = reachedUnits(by, units, sections)
  if ((reached && !reached.has(task.unitId)) || (by.duty === 'unit' && !isShownToUnit(task)))
    return (
      <EmptyPage
        title="评价结果"
        trail="评价任务"
        text="评价还没有征求单位意见，或不在当前职责的范围内。可在右上角切换职责后再看。"
        way={{ to: '/evaluation/tasks', name: '返回评价任务' }}
      />
    )
  return <ResultDocument key={id} kept={task} sheets={sheets} facts={facts} />
}
