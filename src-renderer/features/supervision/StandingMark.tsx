import Box from '@mui/material/Box'
import type { Standing } from '#domain/supervision/standing'
import { colours } from '#ui/theme'

const marks: Readonly<Record<Standing, { shape: string; colour: string }>> = {
  none: { shape: '', colour: colours.secondary },
  open: { shape: '▲', colour: colours.attention },
  late: { shape: '■', colour: colours.alarm },
  done: { shape: '●', colour: colours.ok },
}

/** How far an entry has come: shape, word and colour. */
export function StandingMark({ standing, word }: { standing: Standing; word: string }) {
  const { shape, colour } = marks[standing]
  if (word === '') return null
  return (
    <Box component="span" sx={{ color: colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{shape}</span> {word}
    </Box>
  )
}
