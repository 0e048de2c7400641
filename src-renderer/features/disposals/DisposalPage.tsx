import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { allCalendars } from '#storage/calendars'
import { disposalsOf } from '#storage/disposals'
import { reachedUnits } from '#storage/reach'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { DisposalDocument } from './DisposalDocument.tsx'

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
  if (!kept)
    return (
      <EmptyPage
        title="监控处置"
        trail="绩效监控"
        text="这项处置不在当前账套中，可能属于其他年度。"
        way={{ to: '/disposals', name: '返回处置台账' }}
      />
    )
  const reached = reachedUnits(by, units, sections)
  if (reached && !reached.has(kept.unitId))
    return (
      <EmptyPage
        title="监控处置"
        trail="绩效监控"
        text="这项处置不在当前职责的范围内（其他股室或其他单位）。可在右上角切换职责后再看。"
        way={{ to: '/disposals', name: '返回处置台账' }}
      />
    )
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
