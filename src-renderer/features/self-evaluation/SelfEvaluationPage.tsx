import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { reachedUnits } from '#storage/reach'
import { selfEvaluationById } from '#storage/self-evaluations'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { SelfEvaluationDocument } from './SelfEvaluationDocument.tsx'

/** One self-evaluation, read live. */
export function SelfEvaluationPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const form = useLiveQuery(() => selfEvaluationById(id), [id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (form === undefined || !units || !sections) return null
  if (form?.bookId !== book.id)
    return (
      <EmptyPage
        title="绩效自评表"
        trail="单位自评"
        text="这份自评表不在当前账套中，可能属于其他年度。"
        way={{ to: '/evaluation/self', name: '返回自评台账' }}
      />
    )
  const reached = reachedUnits(by, units, sections)
  if (reached && !reached.has(form.unitId))
    return (
      <EmptyPage
        title="绩效自评表"
        trail="单位自评"
        text="这份自评表不在当前职责的范围内（其他股室或其他单位）。可在右上角切换职责后再看。"
        way={{ to: '/evaluation/self', name: '返回自评台账' }}
      />
    )
  return <SelfEvaluationDocument key={id} kept={form} units={units} sections={sections} />
}
