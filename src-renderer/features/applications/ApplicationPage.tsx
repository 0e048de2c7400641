import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { applicationById } from '#storage/applications'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { allCalendars } from '#storage/calendars'
import { goalById } from '#storage/goals'
import { reachedUnits } from '#storage/reach'
import { NoRecord, type RecordPage } from '#ui/NoRecord.tsx'
import { ApplicationDocument } from './ApplicationDocument.tsx'

const page: RecordPage = {
  ...{ title: '结果应用', trail: '结果应用台账', what: '这项结果应用' },
  way: { to: '/applications', name: '返回结果应用' },
}

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
  if (application?.bookId !== book.id) return <NoRecord page={page} why="elsewhere" />
  const reached = reachedUnits(by, units, sections)
  if (reached && !reached.has(application.unitId)) return <NoRecord page={page} why="out-of-reach" />
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
