import Box from '@mui/material/Box'
import type { ExchangeFolder } from '#desktop'
import { colours } from './theme.ts'

const marks = {
  there: { shape: '●', word: '在', colour: colours.ok },
  'read-only': { shape: '▲', word: '只读', colour: colours.attention },
  gone: { shape: '○', word: '不在', colour: colours.secondary },
} as const

/** Whether a stick or a share is there: shape, word and colour. */
export function FolderMark({ state }: { state: ExchangeFolder['state'] }) {
  const { shape, word, colour } = marks[state]
  return (
    <Box component="span" sx={{ color: colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{shape}</span> {word}
    </Box>
  )
}
