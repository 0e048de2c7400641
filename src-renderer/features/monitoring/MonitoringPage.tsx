import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { monitoringById, roundById } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { MonitoringDocument } from './MonitoringDocument.tsx'

/** One monitoring form with its round, read live. */
export function MonitoringPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const read = useLiveQuery(async () => {
    const form = await monitoringById(id)
    return { form, round: form ? await roundById(form.roundId) : null }
  }, [id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (!read || !units || !sections) return null
  const { form, round } = read
  if (!form || !round || form.bookId !== book.id)
    return (
      <EmptyPage
        title="监控表"
        trail="绩效监控"
        text="这份监控表不在当前账套中，可能属于其他年度。"
        way={{ to: '/monitoring', name: '返回监控台账' }}
      />
    )
  const reached = reachedUnits(by, units, sections)
  if (reached && !reached.has(form.unitId))
    return (
      <EmptyPage
        title="监控表"
        trail="绩效监控"
        text="这份监控表不在当前职责的范围内（其他股室或其他单位）。可在右上角切换职责后再看。"
        way={{ to: '/monitoring', name: '返回监控台账' }}
      />
    )
  return <MonitoringDocument key={id} kept={form} round={round} units={units} sections={sections} />
}
