import Box from '@mui/material/Box'
import { type OwnState, ownStates } from '#domain/library/own-indicator'
import { colours } from '#ui/theme'

const looks: Readonly<Record<OwnState, { shape: string; colour: string }>> = {
  proposed: { shape: '◆', colour: colours.excess },
  returned: { shape: '▲', colour: colours.attention },
  confirmed: { shape: '●', colour: colours.ok },
  retired: { shape: '○', colour: colours.secondary },
}

/** 状态 of 个性指标 as shape, word and colour. */
export function OwnStateMark({ state }: { state: OwnState }) {
  const look = looks[state]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {ownStates[state]}
    </Box>
  )
}

/** 本县 behind the name of an entry that the bureau confirmed itself. */
export function OwnMark() {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-block',
        px: 1,
        fontSize: 12,
        lineHeight: '18px',
        color: colours.primary,
        bgcolor: colours.selected,
        borderRadius: '4px',
        whiteSpace: 'nowrap',
      }}
    >
      本县
    </Box>
  )
}
