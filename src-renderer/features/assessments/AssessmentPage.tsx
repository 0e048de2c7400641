import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { goalsAsAsked } from '#storage/adjustments'
import { assessmentById } from '#storage/assessments'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { goalById } from '#storage/goals'
import { reachedUnits } from '#storage/reach'
import { NoRecord, type RecordPage } from '#ui/NoRecord.tsx'
import { AssessmentDocument } from './AssessmentDocument.tsx'

const page: RecordPage = {
  ...{ title: '事前评估', trail: '事前评估台账', what: '这项评估' },
  way: { to: '/assessments', name: '返回事前评估' },
}

/** One assessment with the goal it is about, as it stands or asks to become, read live. */
export function AssessmentPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const read = useLiveQuery(async () => {
    const assessment = await assessmentById(id)
    const goal = assessment ? await goalById(assessment.goalId) : null
    const [asked] = assessment && goal ? await goalsAsAsked([goal], assessment) : []
    return { assessment, goal: asked ?? null }
  }, [id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (!read || !units || !sections) return null
  const { assessment, goal } = read
  if (!assessment || assessment.bookId !== book.id) {
    return <NoRecord page={page} why="elsewhere" />
  }
  const reached = reachedUnits(by, units, sections)
  if (reached && !reached.has(assessment.unitId)) {
    return <NoRecord page={page} why="out-of-reach" />
  }
  return <AssessmentDocument key={id} kept={assessment} goal={goal} units={units} sections={sections} />
}
