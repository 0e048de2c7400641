import { useLiveQuery } from 'dexie-react-hooks'
import type { PackageRecord } from '#domain/exchange/package'
import { packageById } from '#storage/exchange'

/** A package of the ledger; undefined while it is read, null where there is none. */
export function usePackage(id: string): PackageRecord | null | undefined {
  return useLiveQuery(async () => ({ record: await packageById(id) }), [id])?.record
}
