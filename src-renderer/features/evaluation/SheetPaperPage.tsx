import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { shownName } from '#domain/evaluation/scoring-desk'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { evaluationTaskById, sheetsOf } from '#storage/evaluation-tasks'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { useAddress } from '#ui/use-address'
import { LandscapePaper } from './LandscapePaper.tsx'
import { SheetPaper } from './SheetPaper.tsx'

/** 评价工作底稿 of one expert's sheet as it will be printed, on screen like a sheet of A4. */
export function SheetPaperPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const [address] = useAddress()
  const read = useLiveQuery(async () => ({ task: await evaluationTaskById(id) }), [id])
  const sheets = useLiveQuery(() => sheetsOf(book.id, id), [book.id, id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  if (!read || !sheets || !units) return null
  const { task } = read
  const sheet = sheets.find((each) => each.id === address.get('sheet')) ?? sheets[0]
  // Working papers stay in the bureau: the unit sees the result it is asked about.
  if (task?.bookId !== book.id || !sheet || by.duty === 'unit')
    return (
      <EmptyPage
        title="评价工作底稿"
        trail="打印预览"
        text="没有可以打印的底稿。"
        way={{ to: '/evaluation/tasks', name: '返回评价任务' }}
      />
    )
  const name = `${task.number} ${shownName(task)}评价底稿（${sheet.name}）`
  return (
    <LandscapePaper name={name}>
      <SheetPaper
        task={task}
        sheet={sheet}
        names={{
          year: book.year,
          unit: task.isBlind ? '（匿名评分）' : (units.find((unit) => unit.id === task.unitId)?.name ?? ''),
          office: book.identity.office.replace('（演示）', ''),
        }}
      />
    </LandscapePaper>
  )
}
