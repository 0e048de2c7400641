import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { type Adjustment, adjustmentTotals } from '#domain/adjustments/adjustment'
import { formatWan } from '#domain/money'
import type { Unit } from '#domain/year-book'

const figure = { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } as const

/** 各单位调整情况: times and sums of what was approved, the most adjusted first, for next year's budget. */
export function AdjustmentUnits(props: {
  adjustments: readonly Adjustment[]
  units: ReadonlyMap<string, Unit>
}) {
  const applied = props.adjustments.filter(({ state }) => state === 'applied')
  if (applied.length === 0) return null
  const rows = [...new Set(applied.map(({ unitId }) => unitId))]
    .map((unitId) => ({
      unitId,
      totals: adjustmentTotals(applied.filter((each) => each.unitId === unitId)),
    }))
    .sort((left, right) => right.totals.count - left.totals.count)
  return (
    <Box
      component="section"
      aria-label="各单位调整情况"
      tabIndex={0}
      sx={{ flex: 1, minHeight: 140, overflow: 'auto', p: 4, borderTop: 1, borderColor: 'divider' }}
    >
      <Typography variant="h2" sx={{ fontSize: 15, mb: 1 }}>
        各单位调整情况
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        调整频次、调整额度与年度预算结余处置、下年预算安排挂钩（巴财〔2020〕38号 三（二）2）。
      </Typography>
      <Table size="small" sx={{ maxWidth: 760 }}>
        <TableHead>
          <TableRow>
            <TableCell>单位</TableCell>
            <TableCell sx={figure}>次数</TableCell>
            <TableCell sx={figure}>调增（万元）</TableCell>
            <TableCell sx={figure}>调减（万元）</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ unitId, totals }) => (
            <TableRow key={unitId}>
              <TableCell>{props.units.get(unitId)?.name}</TableCell>
              <TableCell sx={figure}>{totals.count}</TableCell>
              <TableCell sx={figure}>{formatWan(totals.increased)}</TableCell>
              <TableCell sx={figure}>{formatWan(totals.decreased)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}
