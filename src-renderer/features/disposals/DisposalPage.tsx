import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { allCalendars } from '#storage/calendars'
import { disposalsOf } from '#storage/disposals'
import { reachedUnits } from '#storage/reach'
import { NoRecord, type RecordPage } from '#ui/NoRecord.tsx'
import { DisposalDocument } from './DisposalDocument.tsx'

const page: RecordPage = {
  ...{ title: '监控处置', trail: '绩效监控', what: '这项处置' },
  way: { to: '/disposals', name: '返回处置台账' },
}

/** One disposal, read live with the others of its book: a letter may be one for several. */
export function DisposalPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const all = useLiveQuery(() => disposalsOf(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const calendars = useLiveQuery(() => allCalendars(), [])
  if (!all || !units || !sections || !calendars) return null
  const kept = all.find((each) => each.id === id)
  if (!kept) return <NoRecord page={page} why="elsewhere" />
  const reached = reachedUnits(by, units, sections)
  if (reached && !reached.has(kept.unitId)) return <NoRecord page={page} why="out-of-reach" />
  return (
    <DisposalDocument
      key={id}
      kept={kept}
      all={all}
      units={units}
      sections={sections}
      calendars={calendars}
    />
  )
}
