import type { Standing } from '#domain/exchange/waiting'
import { colours } from '#ui/theme'

export const folderKinds = { both: '收件和发件', inbox: '只收件', outbox: '只发件' } as const

export const standingMarks: Readonly<Record<Standing, { shape: string; colour: string }>> = {
  new: { shape: '▲', colour: colours.attention },
  reading: { shape: '○', colour: colours.secondary },
  known: { shape: '●', colour: colours.ok },
  own: { shape: '○', colour: colours.secondary },
  other: { shape: '○', colour: colours.secondary },
  elsewhere: { shape: '○', colour: colours.secondary },
  newer: { shape: '▲', colour: colours.attention },
  damaged: { shape: '■', colour: colours.alarm },
}

export const listStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  bgcolor: 'background.paper',
  border: `1px solid ${colours.line}`,
  '& th, & td': { height: 34, px: 3, py: 1, textAlign: 'left', borderBottom: 1, borderColor: 'divider' },
  '& th': { bgcolor: colours.head, fontWeight: 600, whiteSpace: 'nowrap' },
  '& .figure': { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
} as const
