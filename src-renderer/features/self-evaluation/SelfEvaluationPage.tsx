import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { selfEvaluationById } from '#storage/self-evaluations'
import { NoRecord, type RecordPage } from '#ui/NoRecord.tsx'
import { SelfEvaluationDocument } from './SelfEvaluationDocument.tsx'

const page: RecordPage = {
  ...{ title: '绩效自评表', trail: '单位自评', what: '这份自评表' },
  way: { to: '/evaluation/self', name: '返回自评台账' },
}

/** One self-evaluation, read live. */
export function SelfEvaluationPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const form = useLiveQuery(() => selfEvaluationById(id), [id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (form === undefined || !units || !sections) return null
  if (form?.bookId !== book.id) return <NoRecord page={page} why="elsewhere" />
  const reached = reachedUnits(by, units, sections)
  if (reached && !reached.has(form.unitId)) return <NoRecord page={page} why="out-of-reach" />
  return <SelfEvaluationDocument key={id} kept={form} units={units} sections={sections} />
}
