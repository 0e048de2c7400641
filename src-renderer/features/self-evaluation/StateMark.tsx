import Box from '@mui/material/Box'
import { type SelfEvaluationState, selfEvaluationStates } from '#domain/evaluation/self-evaluation-flow'
import { type Grade, grades } from '#domain/grade'
import { colours } from '#ui/theme'

export const stateLooks: Readonly<Record<SelfEvaluationState, { shape: string; colour: string }>> = {
  draft: { shape: '○', colour: colours.secondary },
  returned: { shape: '▲', colour: colours.attention },
  submitted: { shape: '◆', colour: colours.excess },
  confirmed: { shape: '◆', colour: colours.excess },
  collected: { shape: '●', colour: colours.ok },
}

/** State of a form as shape, word and colour. */
export function StateMark({ state }: { state: SelfEvaluationState }) {
  const look = stateLooks[state]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {selfEvaluationStates[state]}
    </Box>
  )
}

const gradeLooks: Readonly<Record<Grade, { shape: string; colour: string }>> = {
  excellent: { shape: '●', colour: colours.ok },
  good: { shape: '◆', colour: colours.excess },
  medium: { shape: '▲', colour: colours.attention },
  poor: { shape: '■', colour: colours.alarm },
}

/** 优、良、中、差 as shape, word and colour, with how many where they are counted. */
export function GradeMark({ grade, count }: { grade: Grade; count?: number }) {
  const look = gradeLooks[grade]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {grades[grade]}
      {count !== undefined && ` ${count}`}
    </Box>
  )
}
