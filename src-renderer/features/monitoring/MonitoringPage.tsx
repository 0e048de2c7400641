import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { monitoringById, roundById } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { NoRecord, type RecordPage } from '#ui/NoRecord.tsx'
import { MonitoringDocument } from './MonitoringDocument.tsx'

const page: RecordPage = {
  ...{ title: '监控表', trail: '绩效监控', what: '这份监控表' },
  way: { to: '/monitoring', name: '返回监控台账' },
}

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
  if (!form || !round || form.bookId !== book.id) return <NoRecord page={page} why="elsewhere" />
  const reached = reachedUnits(by, units, sections)
  if (reached && !reached.has(form.unitId)) return <NoRecord page={page} why="out-of-reach" />
  return <MonitoringDocument key={id} kept={form} round={round} units={units} sections={sections} />
}
