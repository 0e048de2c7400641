import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { isShownTo } from '#domain/spot-checks/flow'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { monitoringById, roundById } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { spotCheckById } from '#storage/spot-checks'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { CheckDocument } from './CheckDocument.tsx'

/** One check with its form and its round, read live. */
export function CheckPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const read = useLiveQuery(async () => {
    const check = await spotCheckById(id)
    if (!check) return { check: null, form: null, round: null }
    const [form, round] = await Promise.all([monitoringById(check.monitoringId), roundById(check.roundId)])
    return { check, form, round }
  }, [id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (!read || !units || !sections) return null
  const { check, form, round } = read
  const reached = reachedUnits(by, units, sections)
  if (
    !check ||
    check.bookId !== book.id ||
    (reached && !reached.has(check.unitId)) ||
    !isShownTo(by.duty, check)
  )
    return (
      <EmptyPage
        title="重点核查"
        trail="绩效监控"
        text="这份核查不在当前账套或职责的范围内。"
        way={{ to: '/monitoring/checks', name: '返回重点核查' }}
      />
    )
  return <CheckDocument key={id} kept={check} form={form} round={round} units={units} />
}
