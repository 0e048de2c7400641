import Box from '@mui/material/Box'
import { type MonitoringState, monitoringStates } from '#domain/monitoring/flow'
import { colours } from '#ui/theme'

export const stateLooks: Readonly<Record<MonitoringState, { shape: string; colour: string }>> = {
  draft: { shape: '○', colour: colours.secondary },
  returned: { shape: '▲', colour: colours.attention },
  submitted: { shape: '◆', colour: colours.excess },
  passed: { shape: '◆', colour: colours.excess },
  accepted: { shape: '●', colour: colours.ok },
  exempt: { shape: '—', colour: colours.secondary },
}

/** State of a form as shape, word and colour. */
export function StateMark({ state }: { state: MonitoringState }) {
  const look = stateLooks[state]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {monitoringStates[state]}
    </Box>
  )
}
