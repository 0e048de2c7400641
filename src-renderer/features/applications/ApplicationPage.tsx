import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { applicationById } from '#storage/applications'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { allCalendars } from '#storage/calendars'
import { goalById } from '#storage/goals'
import { reachedUnits } from '#storage/reach'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { ApplicationDocument } from './ApplicationDocument.tsx'

/** One application, read live with next year's declaration to which it goes. */
export function ApplicationPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const found = useLiveQuery(async () => {
    const application = await applicationById(id)
    const next = application && application.nextGoalId !== '' ? await goalById(application.nextGoalId) : null
    return { application, next }
  }, [id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const calendars = useLiveQuery(() => allCalendars(), [])
  if (!found || !units || !sections || !calendars) return null
  const { application, next } = found
  if (application?.bookId !== book.id)
    return (
      <EmptyPage
        title="结果应用"
        trail="结果应用台账"
        text="这项结果应用不在当前账套中，可能属于其他年度。"
        way={{ to: '/applications', name: '返回结果应用' }}
      />
    )
  const reached = reachedUnits(by, units, sections)
  if (reached && !reached.has(application.unitId))
    return (
      <EmptyPage
        title="结果应用"
        trail="结果应用台账"
        text="这项结果应用不在当前职责的范围内（其他股室或其他单位）。可在右上角切换职责后再看。"
        way={{ to: '/applications', name: '返回结果应用' }}
      />
    )
  return (
    <ApplicationDocument
      key={id}
      kept={application}
      next={next}
      units={units}
      sections={sections}
      calendars={calendars}
    />
  )
}
