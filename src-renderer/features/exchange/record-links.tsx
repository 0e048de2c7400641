import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'react-router'
import { recordPage } from '#domain/record-page'
import { recordsHere } from '#storage/exchange'

/** The name of a record, leading to it where there is a page and the record is still here. */
export function RecordLink(props: { table: string; id: string; name: string; here: ReadonlySet<string> }) {
  const page = recordPage(props.table, props.id)
  if (page === null || !props.here.has(`${props.table}|${props.id}`)) return <>{props.name}</>
  return <Link to={page}>{props.name}</Link>
}

const none: ReadonlySet<string> = new Set()

export function useRecordsHere(places: readonly { table: string; id: string }[]): ReadonlySet<string> {
  const key = places.map(({ table, id }) => `${table}|${id}`).join(' ')
  return useLiveQuery(() => recordsHere(places), [key]) ?? none
}
