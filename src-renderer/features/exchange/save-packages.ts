import { keepPackage, type Prepared } from '#actions/make-package'
import { markPackage } from '#actions/mark-package'
import { desktop, type ExchangeFolder } from '#desktop'
import type { PackageRecord } from '#domain/exchange/package'
import type { Actor } from '#domain/people/duties'

/**
 * `outbox`: the folder they were written to and read back from; null where they were saved elsewhere. `lost`: those that its
 * disk did not take any more, for `failure`.
 */
export type Saved = {
  records: readonly PackageRecord[]
  lost: readonly PackageRecord[]
  failure: unknown
  place: string
  outbox: ExchangeFolder | null
}

/**
 * Notes the packages in the ledger and saves their files: into the chosen outbox one by one, else one alone or several as one
 * folder. What was not saved is 作废 in the ledger: a number that was never on any medium is missed by nobody. Null when the
 * person cancelled; throws where nothing was saved.
 */
export async function savePackages(
  prepared: readonly Prepared[],
  to: { outbox: ExchangeFolder | null; folderName: string },
  by: Actor,
): Promise<Saved | null> {
  const { outbox } = to
  const kept: Kept[] = []
  const records: PackageRecord[] = []
  let [place, failure]: [string | null, unknown] = [null, null]
  const lost = () => kept.flatMap(({ record }) => (records.includes(record) ? [] : [record]))
  try {
    for (const { record, ...rest } of prepared) {
      const medium = outbox?.label ?? record.medium
      const { bytes } = rest
      kept.push({ bytes, record: await keepPackage({ ...rest, record: { ...record, medium } }, by) })
    }
    if (outbox === null) {
      place = await saveElsewhere(kept, to.folderName)
      if (place !== null) records.push(...kept.map(({ record }) => record))
    } else
      for (const { record, bytes } of kept) {
        place = (await desktop.writePackage(outbox.id, record.fileName, bytes)).place
        records.push(record)
      }
  } catch (error) {
    // What is on the stick already stays sent, though it is full now or was pulled out.
    if (records.length === 0) throw error
    failure = error
  } finally {
    for (const { id } of lost()) await markPackage(id, 'dropped', '', by)
  }
  return place === null ? null : { records, lost: lost(), failure, place, outbox }
}

type Kept = { record: PackageRecord; bytes: Uint8Array }

async function saveElsewhere(kept: readonly Kept[], folderName: string): Promise<string | null> {
  const files = kept.map(({ record, bytes }) => ({ name: record.fileName, bytes }))
  const [first] = files
  if (first && files.length === 1) return (await desktop.saveFile(first.name, first.bytes))?.place ?? null
  const whole = files.map((file) => ({ ...file, folder: [] }))
  return (await desktop.saveFolder(folderName, whole))?.place ?? null
}
