import Box from '@mui/material/Box'
import { type IndicatorSystem, systemStates } from '#domain/evaluation/indicator-system'
import { type TaskState, taskStates } from '#domain/evaluation/task'
import { type Grade, grades } from '#domain/grade'
import { colours } from '#ui/theme'

type Look = { shape: string; colour: string }

export const taskLooks: Readonly<Record<TaskState, Look>> = {
  preparing: { shape: '○', colour: colours.secondary },
  scoring: { shape: '◆', colour: colours.excess },
  combining: { shape: '◆', colour: colours.excess },
  asked: { shape: '◆', colour: colours.excess },
  concluded: { shape: '●', colour: colours.ok },
  stopped: { shape: '—', colour: colours.secondary },
}

const systemLooks: Readonly<Record<IndicatorSystem['state'], Look>> = {
  draft: { shape: '○', colour: colours.secondary },
  approved: { shape: '●', colour: colours.ok },
  replaced: { shape: '—', colour: colours.secondary },
}

const gradeLooks: Readonly<Record<Grade, Look>> = {
  excellent: { shape: '●', colour: colours.ok },
  good: { shape: '◆', colour: colours.excess },
  medium: { shape: '▲', colour: colours.attention },
  poor: { shape: '■', colour: colours.alarm },
}

function Mark({ look, word }: { look: Look; word: string }) {
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {word}
    </Box>
  )
}

export function TaskMark({ state }: { state: TaskState }) {
  return <Mark look={taskLooks[state]} word={taskStates[state]} />
}

export function SystemMark({ state }: { state: IndicatorSystem['state'] }) {
  return <Mark look={systemLooks[state]} word={systemStates[state]} />
}

/** 优 良 中 差 as shape, word and colour; a dash where there is none yet. */
export function GradeMark({ grade }: { grade: Grade | '' }) {
  return grade === '' ? <span>—</span> : <Mark look={gradeLooks[grade]} word={grades[grade]} />
}
