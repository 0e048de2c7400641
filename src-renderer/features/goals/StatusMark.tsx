import Box from '@mui/material/Box'
import { type GoalStatus, goalStatuses } from '#domain/goals/goal'
import { colours } from '#ui/theme'

export const statusLook: Record<GoalStatus, { shape: string; colour: string }> = {
  draft: { shape: '○', colour: colours.secondary },
  returned: { shape: '▲', colour: colours.attention },
  submitted: { shape: '◆', colour: colours.excess },
  joint: { shape: '◆', colour: colours.excess },
  key: { shape: '◆', colour: colours.excess },
  reviewed: { shape: '●', colour: colours.primary },
  approved: { shape: '●', colour: colours.ok },
  rejected: { shape: '■', colour: colours.alarm },
}

/** 状态 as shape, word and colour. */
export function StatusMark({ status }: { status: GoalStatus }) {
  const look = statusLook[status]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {goalStatuses[status]}
    </Box>
  )
}
