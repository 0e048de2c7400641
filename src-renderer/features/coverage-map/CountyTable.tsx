import Box from '@mui/material/Box'
import { type ReactNode, useMemo } from 'react'
import { Link } from 'react-router'
import { countedBooks, missingCounties } from '#domain/counties/double'
import { useSession } from '#session'
import { listPath } from './coverage-address.ts'
import { HeatTable } from './HeatTable.tsx'
import { cellsOf } from './heat-rows.ts'
import { Part } from './Part.tsx'
import { useCoverageOf } from './use-coverage.ts'

/**
 * The counties of the year against the stages, where books of counties were collected; nothing elsewhere. A cell opens the
 * county's own book at its records; of a county without a book it is said why there is nothing to open.
 */
export function CountyTable({ by }: { by: 'count' | 'money' }) {
  const { book, books, openBook } = useSession()
  const counted = useMemo(() => countedBooks(books, book.year).counted, [books, book.year])
  const maps = useCoverageOf(counted)
  if (!maps || !counted.some(({ collected }) => collected)) return null
  const rows = maps.flatMap(({ book: county, sums }) => {
    if (!sums) return []
    const cells = cellsOf(sums.groups, { kind: '', book: '', units: null })
    const path = (stage: Parameters<typeof listPath>[0]) => listPath(stage, {})
    return [
      { id: county.id, name: county.identity.regionName, cells, path, before: () => openBook(county.id) },
    ]
  })
  const waiting = maps.filter(({ sums }) => !sums).map(({ book: county }) => county.identity.regionName)
  const missing = missingCounties(counted, book.identity)
  return (
    <Part title="按区县">
      <HeatTable label="按区县" head="区县" rows={rows} by={by} />
      {waiting.length > 0 && <Note>{waiting.join('、')}：正在计算。</Note>}
      {missing.length > 0 && (
        <Note>
          {missing.join('、')}：还没有收到 {book.year} 年度的上报包，没有可以查看的记录。
          <Link to="/counties">到区县汇总查看收到的账套</Link>
        </Note>
      )}
    </Part>
  )
}

function Note({ children }: { children: ReactNode }) {
  return <Box sx={{ px: 3, py: 1.5, fontSize: 13, color: 'text.secondary' }}>{children}</Box>
}
