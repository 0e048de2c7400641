import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { allAgencies } from '#storage/experts'
import { reachedUnits } from '#storage/reach'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { LandscapePaper } from './LandscapePaper.tsx'
import { SchedulePaper } from './SchedulePaper.tsx'

/** 现场评价安排表 as it will be printed, on screen like a sheet of A4. */
export function SchedulePaperPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const read = useLiveQuery(async () => ({ task: await evaluationTaskById(id) }), [id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const agencies = useLiveQuery(() => allAgencies(book.demo), [book.demo])
  if (!read || !units || !sections || !agencies) return null
  const { task } = read
  const reached = reachedUnits(by, units, sections)
  // Working papers stay in the bureau: the unit sees the result it is asked about.
  const isHidden = by.duty === 'unit' || (reached && task && !reached.has(task.unitId))
  if (task?.bookId !== book.id || isHidden || (task.visits ?? []).length === 0) {
    const isKnown = task?.bookId === book.id && !isHidden
    return (
      <EmptyPage
        title="现场评价安排表"
        trail="打印预览"
        text={
          isKnown
            ? '还没有安排现场工作，没有可以打印的安排表。请先添加日期、地点和参加人员。'
            : '这项评价不在当前账套或当前职责的范围内，没有可以打印的安排表。请从评价任务打开。'
        }
        way={
          isKnown
            ? { to: `/evaluation/tasks/${id}/schedule`, name: '前往现场安排' }
            : { to: '/evaluation/tasks', name: '返回评价任务' }
        }
      />
    )
  }
  const name = `${task.number} ${task.name}现场评价安排表`
  const houses = new Map([...sections, ...agencies].map((each) => [each.id, each.name]))
  return (
    <LandscapePaper name={name}>
      <SchedulePaper
        task={task}
        nameOf={(of) => houses.get(of) ?? ''}
        names={{
          year: book.year,
          unit: units.find((unit) => unit.id === task.unitId)?.name ?? '',
          office: book.identity.office.replace('（演示）', ''),
        }}
      />
    </LandscapePaper>
  )
}
