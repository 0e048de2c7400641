import { keepPackage, type Prepared } from '#actions/make-package'
import { markPackage } from '#actions/mark-package'
import { desktop } from '#desktop'
import type { PackageRecord } from '#domain/exchange/package'
import type { Actor } from '#domain/people/duties'

export type Saved = { records: readonly PackageRecord[]; place: string }

/**
 * Notes the packages in the ledger and saves their files: one alone, several as one folder. Where nothing was saved they are
 * 作废 in the ledger: a number that was never on any medium is missed by nobody. Null when the person cancelled.
 */
export async function savePackages(
  prepared: readonly Prepared[],
  folder: string,
  by: Actor,
): Promise<Saved | null> {
  const records: PackageRecord[] = []
  let place: string | null = null
  try {
    for (const each of prepared) records.push(await keepPackage(each, by))
    place = await saveFiles(prepared, records, folder)
  } finally {
    if (place === null) for (const { id } of records) await markPackage(id, 'dropped', '', by)
  }
  return place === null ? null : { records, place }
}

async function saveFiles(
  prepared: readonly Prepared[],
  records: readonly PackageRecord[],
  folder: string,
): Promise<string | null> {
  const files = prepared.map(({ bytes }, index) => ({
    folder: [],
    name: records[index]?.fileName ?? '',
    bytes,
  }))
  const [first] = files
  if (first && files.length === 1) return (await desktop.saveFile(first.name, first.bytes))?.place ?? null
  return (await desktop.saveFolder(folder, files))?.place ?? null
}
