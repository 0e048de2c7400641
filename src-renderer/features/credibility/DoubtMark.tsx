import Box from '@mui/material/Box'
import type { CredibilityLevel } from '#domain/credibility/rules'
import { type Grade, grades } from '#domain/grade'
import { colours } from '#ui/theme'

/** How doubtful a form is, as people say it. */
export const doubtWords: Readonly<Record<CredibilityLevel, string>> = {
  high: '疑点多',
  medium: '有疑点',
  low: '基本可信',
}

const looks: Readonly<Record<CredibilityLevel, { shape: string; colour: string }>> = {
  high: { shape: '■', colour: colours.alarm },
  medium: { shape: '▲', colour: colours.attention },
  low: { shape: '●', colour: colours.ok },
}

/** A level as shape, word, colour and points. */
export function DoubtMark({ level, points }: { level: CredibilityLevel; points?: number }) {
  const look = looks[level]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {doubtWords[level]}
      {points === undefined ? '' : ` ${points}`}
    </Box>
  )
}

const gradeLooks: Readonly<Record<Grade, { shape: string; colour: string }>> = {
  excellent: { shape: '●', colour: colours.ok },
  good: { shape: '◆', colour: colours.excess },
  medium: { shape: '▲', colour: colours.attention },
  poor: { shape: '■', colour: colours.alarm },
}

export function GradeMark({ grade }: { grade: Grade | '' }) {
  if (grade === '') return null
  const look = gradeLooks[grade]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {grades[grade]}
    </Box>
  )
}
