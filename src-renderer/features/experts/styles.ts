import { colours } from '#ui/theme'

/** A name in a table that opens its record. */
export const nameStyle = {
  all: 'unset',
  cursor: 'pointer',
  color: 'primary.main',
  '&:hover': { textDecoration: 'underline' },
  '&:focus-visible': { outline: '2px solid', outlineOffset: 2 },
} as const

/** The panel beside a register. */
export const panelStyle = {
  width: 420,
  flex: 'none',
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
} as const

export const panelGrid = {
  p: 4,
  display: 'grid',
  gridTemplateColumns: '1fr 1fr',
  gap: 3,
  overflow: 'auto',
  flex: 1,
  alignContent: 'start',
} as const

export const panelFoot = { p: 3, display: 'flex', gap: 2, borderTop: 1, borderColor: 'divider' } as const

/** A part of a panel over its whole width, with its own head. */
export const partStyle = {
  gridColumn: '1 / -1',
  display: 'grid',
  gap: 2,
  borderTop: `1px solid ${colours.line}`,
  pt: 3,
} as const

export const partHead = { display: 'flex', alignItems: 'center', gap: 2, minHeight: 28 } as const
