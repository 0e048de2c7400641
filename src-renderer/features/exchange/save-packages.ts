import { keepPackage, type Prepared } from '#actions/make-package'
import { markPackage } from '#actions/mark-package'
import { desktop, type ExchangeFolder } from '#desktop'
import type { PackageRecord } from '#domain/exchange/package'
import type { Actor } from '#domain/people/duties'

/** `outbox`: the folder they were written to and read back from; null where they were saved elsewhere. */
export type Saved = { records: readonly PackageRecord[]; place: string; outbox: ExchangeFolder | null }

/**
 * Notes the packages in the ledger and saves their files: into the chosen outbox one by one, else one alone or several as one
 * folder. What was not saved is 作废 in the ledger: a number that was never on any medium is missed by nobody. Null when the
 * person cancelled.
 */
export async function savePackages(
  prepared: readonly Prepared[],
  to: { outbox: ExchangeFolder | null; folderName: string },
  by: Actor,
): Promise<Saved | null> {
  const { outbox } = to
  const records: PackageRecord[] = []
  const left = new Set<string>()
  let place: string | null = null
  try {
    for (const { record, ...rest } of prepared) {
      const medium = outbox?.label ?? record.medium
      records.push(await keepPackage({ ...rest, record: { ...record, medium } }, by))
    }
    const files = prepared.map(({ bytes }, index) => ({ bytes, name: records[index]?.fileName ?? '' }))
    if (outbox === null) place = await saveElsewhere(files, to.folderName)
    else
      for (const [index, { name, bytes }] of files.entries()) {
        place = (await desktop.writePackage(outbox.id, name, bytes)).place
        left.add(records[index]?.id ?? '')
      }
  } finally {
    const isWhole = outbox === null && place !== null
    const lost = isWhole ? [] : records.filter(({ id }) => !left.has(id))
    for (const { id } of lost) await markPackage(id, 'dropped', '', by)
  }
  return place === null ? null : { records, place, outbox }
}

async function saveElsewhere(
  files: readonly { name: string; bytes: Uint8Array }[],
  folderName: string,
): Promise<string | null> {
  const [first] = files
  if (first && files.length === 1) return (await desktop.saveFile(first.name, first.bytes))?.place ?? null
  const whole = files.map((file) => ({ ...file, folder: [] }))
  return (await desktop.saveFolder(folderName, whole))?.place ?? null
}
