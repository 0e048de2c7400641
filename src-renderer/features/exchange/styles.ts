import { colours } from '#ui/theme'

/** A plain list of a few dozen lines. */
export const listStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  bgcolor: 'background.paper',
  border: `1px solid ${colours.line}`,
  '& th, & td': { minHeight: 34, px: 3, py: 1.5, textAlign: 'left', borderBottom: 1, borderColor: 'divider' },
  '& th': { bgcolor: colours.head, fontWeight: 600, whiteSpace: 'nowrap' },
  '& .figure': { textAlign: 'right' },
} as const

export const panelStyle = {
  bgcolor: 'background.paper',
  border: `1px solid ${colours.line}`,
  borderRadius: 1,
  p: 4,
} as const

/** Names left, values right of them. */
export const factsStyle = {
  display: 'grid',
  gridTemplateColumns: 'max-content 1fr',
  columnGap: 4,
  rowGap: 1,
  m: 0,
  fontSize: 13,
  '& dt': { color: colours.secondary },
  '& dd': { m: 0, minWidth: 0, overflowWrap: 'anywhere' },
} as const
