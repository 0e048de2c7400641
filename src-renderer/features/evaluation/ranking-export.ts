import { desktop } from '#desktop'
import type { RankingRow } from '#domain/evaluation/ranking'
import type { Unit, YearBook } from '#domain/year-book'
import { leavingOf } from '#storage/leaving'

/** 导出 Excel: the ranking as it is shown; the sentence to say, or null where it was cancelled. */
export async function exportRanking(
  rows: readonly RankingRow[],
  book: YearBook,
  units: readonly Unit[],
): Promise<string | null> {
  const { open, note } = await leavingOf(book.id, rows)
  const { rankingWorkbook } = await import('#excel/write-evaluation-result')
  const nameOf = new Map(units.map(({ id, name }) => [id, name]))
  const bytes = await rankingWorkbook(open, {
    ...{ office: book.identity.office, year: book.year },
    unitName: (id) => nameOf.get(id) ?? '',
  })
  const saved = await desktop.saveFile(`${book.year}年度绩效评价排名.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}
