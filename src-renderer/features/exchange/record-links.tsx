import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'react-router'
import { recordsHere } from '#storage/exchange'

const pages: Readonly<Record<string, string>> = {
  goals: '/goals/',
  adjustments: '/goals/adjustments/',
  assessments: '/assessments/',
  monitorings: '/monitoring/',
  disposals: '/disposals/',
  selfEvaluations: '/evaluation/self/',
  evaluationTasks: '/evaluation/tasks/',
  indicatorSystems: '/evaluation/systems/',
  reviews: '/goals/',
}

/** The name of a record, leading to it where there is a page and the record is still here. */
export function RecordLink(props: { table: string; id: string; name: string; here: ReadonlySet<string> }) {
  const page = pages[props.table]
  if (!page || !props.here.has(`${props.table}|${props.id}`)) return <>{props.name}</>
  return <Link to={`${page}${props.id}`}>{props.name}</Link>
}

const none: ReadonlySet<string> = new Set()

export function useRecordsHere(places: readonly { table: string; id: string }[]): ReadonlySet<string> {
  const key = places.map(({ table, id }) => `${table}|${id}`).join(' ')
  return useLiveQuery(() => recordsHere(places), [key]) ?? none
}
