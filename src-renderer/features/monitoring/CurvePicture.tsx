import Box from '@mui/material/Box'
import type { Share } from '#domain/execution/rate'
import { colours } from '#ui/theme'

const [width, height, left, foot] = [520, 130, 34, 18] as const

/** The plan as a line over the months, 序时进度 thin beside it; the numbers stand in the fields beneath. */
export function CurvePicture(props: { points: readonly Share[]; time: readonly Share[]; month: number }) {
  const x = (month: number) => left + ((width - left - 6) * month) / 12
  const y = (share: Share) => 6 + ((height - foot - 6) * (10_000 - share)) / 10_000
  const path = (points: readonly Share[]) =>
    [0, ...points].map((share, month) => `${month === 0 ? 'M' : 'L'}${x(month)} ${y(share)}`).join(' ')
  return (
    <Box
      component="svg"
      role="img"
      aria-label="用款计划曲线，细线为序时进度"
      viewBox={`0 0 ${width} ${height}`}
      sx={{ width: '100%', fontSize: 11 }}
    >
      {[0, 5000, 10_000].map((share) => (
        <g key={share}>
          <line x1={left} x2={width - 6} y1={y(share)} y2={y(share)} stroke={colours.line} />
          <text x={left - 4} y={y(share) + 4} textAnchor="end" fill={colours.secondary}>
            {share / 100}%
          </text>
        </g>
      ))}
      <line
        x1={x(props.month)}
        x2={x(props.month)}
        y1={y(10_000)}
        y2={y(0)}
        stroke={colours.control}
        strokeDasharray="3 3"
      />
      <text x={x(props.month)} y={height - 4} textAnchor="middle" fill={colours.secondary}>
        {props.month} 月
      </text>
      <path d={path(props.time)} fill="none" stroke={colours.empty} strokeWidth={1} />
      <path d={path(props.points)} fill="none" stroke={colours.primary} strokeWidth={2} />
    </Box>
  )
}
