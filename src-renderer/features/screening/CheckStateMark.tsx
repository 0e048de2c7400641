import Box from '@mui/material/Box'
import { type SpotCheckState, spotCheckStates } from '#domain/spot-checks/flow'
import { colours } from '#ui/theme'

export const checkStateLooks: Readonly<Record<SpotCheckState, { shape: string; colour: string }>> = {
  picked: { shape: '○', colour: colours.secondary },
  started: { shape: '◆', colour: colours.excess },
  returned: { shape: '▲', colour: colours.attention },
  recorded: { shape: '◆', colour: colours.excess },
  asked: { shape: '▲', colour: colours.attention },
  submitted: { shape: '◆', colour: colours.excess },
  taken: { shape: '●', colour: colours.ok },
  dropped: { shape: '—', colour: colours.secondary },
}

/** State of a check as shape, word and colour. */
export function CheckStateMark({ state }: { state: SpotCheckState }) {
  const look = checkStateLooks[state]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {spotCheckStates[state]}
    </Box>
  )
}
