import { desktop } from '#desktop'
import { isWithin } from '#domain/coverage-map/sums'
import type { Unit, YearBook } from '#domain/year-book'
import { type CoverageSums, coverageLines } from '#storage/coverage-map'
import type { HeatRow } from './HeatTable.tsx'

type Rows = Readonly<Record<'kinds' | 'books' | 'units', readonly HeatRow[]>>

/** Saves the map with the list of its holes; secret objects are counted, never named. The sentence that says so. */
export async function exportCoverage(
  book: YearBook,
  sums: CoverageSums,
  units: readonly Unit[],
  chosen: ReadonlySet<string> | null,
  rows: Rows,
): Promise<string | null> {
  const all = await coverageLines(book.id)
  const lines = all.filter((line) => !line.isSecret && isWithin(line, { kind: '', book: '', units: chosen }))
  const { writeCoverage } = await import('#excel/write-coverage')
  const bytes = await writeCoverage(
    { ...rows, lines, rates: sums.rates },
    {
      year: book.year,
      office: book.identity.office,
      unitNames: new Map(units.map(({ id, name }) => [id, name])),
    },
  )
  const saved = await desktop.saveFile(`${book.year}年度三全覆盖情况.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}
