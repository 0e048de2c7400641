import Box from '@mui/material/Box'
import { type WorkState, workStates } from '#domain/supervision/work-item'
import { colours } from '#ui/theme'

const marks: Readonly<Record<WorkState, { shape: string; colour: string }>> = {
  planned: { shape: '○', colour: colours.secondary },
  working: { shape: '▲', colour: colours.attention },
  done: { shape: '◆', colour: colours.primary },
  confirmed: { shape: '●', colour: colours.ok },
}

/** The state of an item: shape, word and colour; what is late says so. */
export function WorkMark({ state, isLate }: { state: WorkState; isLate: boolean }) {
  const { shape, colour } = marks[state]
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap', color: colour }}>
      <span aria-hidden="true">{shape}</span> {workStates[state]}
      {isLate && (
        <Box component="span" sx={{ color: colours.alarm, ml: 1 }}>
          ■ 逾期
        </Box>
      )}
    </Box>
  )
}
