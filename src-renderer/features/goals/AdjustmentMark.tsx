import Box from '@mui/material/Box'
import { type AdjustmentState, adjustmentStates } from '#domain/adjustments/adjustment'
import { colours } from '#ui/theme'

export const adjustmentLook: Readonly<Record<AdjustmentState, { shape: string; colour: string }>> = {
  draft: { shape: '○', colour: colours.secondary },
  returned: { shape: '▲', colour: colours.attention },
  submitted: { shape: '◆', colour: colours.excess },
  reviewing: { shape: '◆', colour: colours.excess },
  confirmed: { shape: '◆', colour: colours.excess },
  applied: { shape: '●', colour: colours.ok },
  refused: { shape: '■', colour: colours.alarm },
}

/** 状态 as shape, word and colour. */
export function AdjustmentMark({ state }: { state: AdjustmentState }) {
  const look = adjustmentLook[state]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {adjustmentStates[state]}
    </Box>
  )
}

/** Whether a change is major, as shape and word. */
export function MajorMark({ major }: { major: boolean }) {
  return (
    <Box component="span" sx={{ color: major ? colours.attention : colours.secondary, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{major ? '▲' : '○'}</span> {major ? '重大' : '一般'}
    </Box>
  )
}
