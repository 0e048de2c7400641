import Box from '@mui/material/Box'
import { type RiskLevel, riskLevels } from '#domain/screening/rules'
import { type Verdict, verdicts } from '#domain/spot-checks/spot-check'
import { colours } from '#ui/theme'

const riskLooks: Readonly<Record<RiskLevel, { shape: string; colour: string }>> = {
  high: { shape: '■', colour: colours.alarm },
  medium: { shape: '▲', colour: colours.attention },
  low: { shape: '●', colour: colours.ok },
}

/** A risk as shape, word, colour and points. */
export function RiskMark({ level, points }: { level: RiskLevel; points?: number }) {
  const look = riskLooks[level]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {riskLevels[level]}
      {points === undefined ? '' : ` ${points} 分`}
    </Box>
  )
}

const verdictLooks: Readonly<Record<Verdict, { shape: string; colour: string }>> = {
  true: { shape: '●', colour: colours.ok },
  mostly: { shape: '▲', colour: colours.attention },
  false: { shape: '■', colour: colours.alarm },
}

/** 核查结论 as shape, word and colour. */
export function VerdictMark({ verdict }: { verdict: Verdict | '' }) {
  if (verdict === '')
    return (
      <Box component="span" sx={{ color: colours.empty }}>
        ○ 未定
      </Box>
    )
  const look = verdictLooks[verdict]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {verdicts[verdict]}
    </Box>
  )
}
