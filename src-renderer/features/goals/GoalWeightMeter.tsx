import Box from '@mui/material/Box'
import type { Indicator } from '#domain/goals/goal'
import { formatWeight, weightMeter } from '#domain/goals/weights'
import type { YearRules } from '#domain/year-rules'
import { colours } from '#ui/theme'

/** Sum of the weights against what it must be, whole and by level 1: stays in sight above the sheet. */
export function GoalWeightMeter({
  indicators,
  rules,
}: {
  indicators: readonly Indicator[]
  rules: YearRules
}) {
  const meter = weightMeter(indicators, rules)
  const rest = meter.goal - meter.total
  const colour = rest === 0 ? colours.ok : rest < 0 ? colours.alarm : colours.attention
  const word =
    rest === 0 ? '● 已配平' : rest > 0 ? `▲ 还差 ${formatWeight(rest)}` : `■ 超出 ${formatWeight(-rest)}`
  return (
    <Box
      role="status"
      aria-label="权重"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: '0 16px',
        alignItems: 'center',
        fontSize: 13,
        lineHeight: '24px',
      }}
    >
      <Box component="span" sx={{ fontWeight: 600 }}>
        权重 {formatWeight(meter.total)}/{formatWeight(meter.goal)}
      </Box>
      <Box
        aria-hidden="true"
        sx={{ width: 96, height: 8, bgcolor: colours.line, borderRadius: '4px', overflow: 'hidden' }}
      >
        <Box
          sx={{ height: '100%', bgcolor: colour }}
          style={{ width: `${Math.min(100, Math.max(0, (meter.total * 100) / Math.max(1, meter.goal)))}%` }}
        />
      </Box>
      <Box component="span" sx={{ color: colour }}>
        {word}
      </Box>
      {meter.byLevel1.map((level) => (
        <Box
          component="span"
          key={level.name || '未分类'}
          sx={{ color: colours.secondary, whiteSpace: 'nowrap' }}
        >
          {level.name || '未分类'} {formatWeight(level.sum)}
          {level.suggested !== null && `（建议 ${formatWeight(level.suggested)}）`}
        </Box>
      ))}
    </Box>
  )
}
