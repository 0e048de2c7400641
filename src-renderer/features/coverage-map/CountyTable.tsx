import { useMemo } from 'react'
import { countedBooks } from '#domain/counties/double'
import { useSession } from '#session'
import { HeatTable } from './HeatTable.tsx'
import { cellsOf } from './heat-rows.ts'
import { Part } from './Part.tsx'
import { useCoverageOf } from './use-coverage.ts'

/** The counties of the year against the stages, where books of counties were collected; nothing elsewhere. */
export function CountyTable({ by }: { by: 'count' | 'money' }) {
  const { book, books } = useSession()
  const counted = useMemo(() => countedBooks(books, book.year).counted, [books, book.year])
  const maps = useCoverageOf(counted)
  if (!maps || !counted.some(({ collected }) => collected)) return null
  const rows = maps.flatMap(({ book: county, sums }) => {
    if (!sums) return []
    const cells = cellsOf(sums.groups, { kind: '', book: '', units: null })
    return [{ id: county.id, name: county.identity.regionName, cells, path: () => '/counties' }]
  })
  return (
    <Part title="按区县">
      <HeatTable label="按区县" head="区县" rows={rows} by={by} />
    </Part>
  )
}
