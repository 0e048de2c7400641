import Box from '@mui/material/Box'
import { type AdjustmentState, adjustmentStates } from '#domain/adjustments/adjustment'
import { type Fen, formatWan } from '#domain/money'
import { colours } from '#ui/theme'

const looks: Record<AdjustmentState, { shape: string; colour: string }> = {
  draft: { shape: '○', colour: colours.secondary },
  returned: { shape: '▲', colour: colours.attention },
  submitted: { shape: '◆', colour: colours.excess },
  reviewing: { shape: '◆', colour: colours.excess },
  confirmed: { shape: '◆', colour: colours.excess },
  applied: { shape: '●', colour: colours.ok },
  refused: { shape: '■', colour: colours.alarm },
}

/** 状态 of an adjustment as shape, word and colour. */
export function AdjustmentMark({ state }: { state: AdjustmentState }) {
  const { shape, colour } = looks[state]
  return (
    <Box component="span" sx={{ color: colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{shape}</span> {adjustmentStates[state]}
    </Box>
  )
}

/** A change of an amount in 万元 with its sign; — where nothing changes. */
export function changeText(change: Fen | null): string {
  if (change === null || change === 0) return '—'
  return `${change > 0 ? '+' : '−'}${formatWan(Math.abs(change))}`
}
