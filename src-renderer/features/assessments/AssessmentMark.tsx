import Box from '@mui/material/Box'
import type { Assessment } from '#domain/assessments/assessment'
import { type AssessmentState, assessmentStates, conclusions } from '#domain/assessments/result'
import { colours } from '#ui/theme'

type Look = { shape: string; colour: string }

const stateLooks: Readonly<Record<AssessmentState, Look>> = {
  due: { shape: '○', colour: colours.secondary },
  proposed: { shape: '◆', colour: colours.excess },
  commissioned: { shape: '◆', colour: colours.excess },
  reported: { shape: '◆', colour: colours.excess },
  concluded: { shape: '●', colour: colours.ok },
  exempt: { shape: '—', colour: colours.secondary },
}

const conclusionLooks: Readonly<Record<keyof typeof conclusions, Look>> = {
  support: { shape: '●', colour: colours.ok },
  adjust: { shape: '▲', colour: colours.attention },
  oppose: { shape: '■', colour: colours.alarm },
}

/** How a state, or the conclusion once there is one, looks. */
export function lookOf({ state, conclusion }: Pick<Assessment, 'state' | 'conclusion'>): Look {
  return state === 'concluded' && conclusion !== '' ? conclusionLooks[conclusion] : stateLooks[state]
}

/** Its word: the conclusion, or the state on the road. */
export function wordOf({ state, conclusion }: Pick<Assessment, 'state' | 'conclusion'>): string {
  return state === 'concluded' && conclusion !== '' ? conclusions[conclusion] : assessmentStates[state]
}

/** State or conclusion as shape, word and colour; null stands for what is not listed yet. */
export function AssessmentMark({ assessment }: { assessment: Assessment | null }) {
  const look = assessment ? lookOf(assessment) : { shape: '▲', colour: colours.attention }
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {assessment ? wordOf(assessment) : '应评未列'}
    </Box>
  )
}
