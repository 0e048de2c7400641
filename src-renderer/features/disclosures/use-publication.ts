import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { publicationOf } from '#domain/disclosures/publication'
import { useSession } from '#session'
import { sectionsOf } from '#storage/base-data'
import { disclosureWorld, publicationDrafts } from '#storage/disclosures'
import { localToday } from '#storage/local-day'
import { reachedUnits } from '#storage/reach'
import { useAddress } from '#ui/use-address'
import { filterRows, readFilter } from './disclosure-rows.ts'

/** The set to be published: what was chosen in the ledger, else what the address filters; null until it was read. */
export function usePublication() {
  const { book, by } = useSession()
  const [address] = useAddress()
  const { state } = useLocation()
  const ids = useMemo(() => idsIn(state), [state])
  const [today] = useState(localToday)
  const world = useLiveQuery(() => disclosureWorld(book, today), [book, today])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  const addressText = address.toString()
  const set = useMemo(() => {
    if (!world || !sections) return null
    const filter = readFilter(new URLSearchParams(addressText))
    const reached = reachedUnits(by, world.units, sections)
    const reachable = world.rows.filter(({ unitId }) => reached === null || reached.has(unitId))
    const wanted = new Set(ids)
    const rows =
      ids.length > 0
        ? reachable.filter(({ objectId }) => wanted.has(objectId))
        : filterRows(reachable, filter, world.units)
    const head = { year: book.year, office: book.identity.office, madeOn: today }
    return publicationOf(head, publicationDrafts(world, rows), world.secrets)
  }, [world, sections, addressText, by, book, today, ids])
  return { ids, world, set }
}

/** The things chosen in the ledger, as it handed them over. */
function idsIn(state: unknown): readonly string[] {
  if (typeof state !== 'object' || state === null || !('ids' in state) || !Array.isArray(state.ids)) return []
  return state.ids.filter((id) => typeof id === 'string')
}
