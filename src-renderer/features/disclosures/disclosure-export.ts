import { notePublicationSet } from '#actions/note-publication-set'
import { desktop } from '#desktop'
import type { Publication } from '#domain/disclosures/publication'
import type { DisclosureRow } from '#domain/disclosures/standing'
import { secretsOf } from '#domain/exchange/secrets'
import type { Actor } from '#domain/people/duties'
import type { Unit, YearBook } from '#domain/year-book'

/** 导出台账 without what is secret; the sentence to say, null where it was cancelled. */
export async function exportDisclosures(
  rows: readonly DisclosureRow[],
  { book, units }: { book: YearBook; units: readonly Unit[] },
): Promise<string | null> {
  const open = withoutSecretRows(rows)
  const { writeDisclosures } = await import('#excel/write-disclosures')
  const nameOf = new Map(units.map(({ id, name }) => [id, name]))
  const bytes = await writeDisclosures(open, {
    year: book.year,
    office: book.identity.office,
    unitName: (unitId) => nameOf.get(unitId) ?? '',
  })
  const saved = await desktop.saveFile(`${book.year}年度绩效信息公开台账.xlsx`, bytes)
  const left = rows.length - open.length
  const note = left === 0 ? '' : `涉密的 ${left} 项没有导出。`
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}

/** Rows that may stand in a file: not secret, and naming nothing secret. */
export function withoutSecretRows(rows: readonly DisclosureRow[]): DisclosureRow[] {
  const hidden = rows.filter(({ secret }) => secret)
  const { words } = secretsOf(
    hidden.map(({ goalId: id, name, code, secret }) => ({ id, name, code, secret })),
  )
  return rows.filter((row) => {
    const text = [row.name, row.record?.address, row.record?.reason, row.reason].join('\n')
    return !row.secret && !words.some((word) => text.includes(word))
  })
}

/** Saves a publication set as a folder: pages for the site and one workbook; the sentence to say, null where it was cancelled. */
export async function savePublication(set: Publication, book: YearBook, by: Actor): Promise<string | null> {
  const [{ publicationPages }, { writePublication }] = await Promise.all([
    import('#reports/publication-pages'),
    import('#excel/write-disclosures'),
  ])
  const title = `${book.year}年度绩效信息公开材料`
  const workbook = { folder: [], name: `${title}.xlsx`, bytes: await writePublication(set) }
  const saved = await desktop.saveFolder(title, [...publicationPages(set), workbook])
  if (!saved) return null
  await notePublicationSet(book.id, { pages: set.pages.length, place: saved.place }, by)
  return `已生成公开材料 ${set.pages.length} 项（网页和 Excel），存放在${saved.place}。`
}
