import { keepPackage, type PackageWanted, preparePackage } from '#actions/make-package'
import type { PackageRecord } from '#domain/exchange/package'
import type { Actor } from '#domain/people/duties'
import type { Watch } from '#exchange/pack-table'

/** Prepares a package and keeps it at once, as who looks at it and says yes. */
export async function makePackage(
  wanted: PackageWanted,
  dataKey: CryptoKey | null,
  by: Actor,
  watch: Watch = {},
): Promise<{ record: PackageRecord; bytes: Uint8Array }> {
  const prepared = await preparePackage(wanted, dataKey, by, watch)
  return { record: await keepPackage(prepared, by), bytes: prepared.bytes }
}
