import Box from '@mui/material/Box'
import type { Compared } from '#domain/dashboard/compare'
import { formatRate } from '#domain/execution/rate'
import { formatWan } from '#domain/money'
import { colours } from '#ui/theme'

const cell = { p: '6px 12px', borderBottom: `1px solid ${colours.line}`, textAlign: 'right' } as const

function valueText(unit: Compared['unit'], value: number | null): string {
  if (value === null) return '—'
  if (unit === 'money') return `${formatWan(value)} 万元`
  return unit === 'rate' ? formatRate(value) : String(value)
}

function changeText({ unit, change }: Compared): string {
  if (change === null) return '—'
  if (change === 0) return '不变'
  const sign = change > 0 ? '↑ ' : '↓ '
  const text = valueText(unit, Math.abs(change))
  return sign + (unit === 'rate' ? text.replace('%', ' 个百分点') : text)
}

/** A frozen board beside the same view of today. */
export function ComparedTable({ asOf, rows }: { asOf: string; rows: readonly Compared[] }) {
  const heads = ['指标', `冻结时（${asOf}）`, '现在', '变化']
  return (
    <Box
      component="table"
      aria-label="与现在对比"
      sx={{
        borderCollapse: 'collapse',
        fontSize: 13,
        bgcolor: 'background.paper',
        maxWidth: 800,
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      <thead>
        <tr>
          {heads.map((head, at) => (
            <Box
              component="th"
              scope="col"
              key={head}
              sx={{ ...cell, bgcolor: colours.head, fontWeight: 600, textAlign: at === 0 ? 'left' : 'right' }}
            >
              {head}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Box component="th" scope="row" sx={{ ...cell, fontWeight: 400, textAlign: 'left' }}>
              {row.name}
            </Box>
            <Box component="td" sx={cell}>
              {valueText(row.unit, row.before)}
            </Box>
            <Box component="td" sx={cell}>
              {valueText(row.unit, row.after)}
            </Box>
            <Box component="td" sx={{ ...cell, fontWeight: row.change === 0 ? 400 : 600 }}>
              {changeText(row)}
            </Box>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}
