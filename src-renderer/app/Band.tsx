import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { colours } from '#ui/theme'

/** A band over every page of a book that is no plain one: what it is, and beside it what can be done about it. */
export function Band(props: { children: ReactNode; actions?: ReactNode; warns?: boolean }) {
  const look = props.warns
    ? { bgcolor: '#FFF7E6', color: 'warning.main', borderColor: '#F3DDB3' }
    : { bgcolor: colours.selected, borderColor: 'divider' }
  // The colour of the line after the line: the other way round it would be lost.
  const common = { px: 4, borderBottom: 1, displayPrint: 'none', ...look }
  if (props.actions === undefined)
    return (
      <Box role="note" sx={{ ...common, py: 0.5, fontSize: 12, lineHeight: '20px' }}>
        {props.children}
      </Box>
    )
  return (
    <Box role="note" sx={{ ...common, display: 'flex', alignItems: 'center', gap: 4, py: 1, fontSize: 13 }}>
      <Box sx={{ flex: 1 }}>{props.children}</Box>
      {props.actions}
    </Box>
  )
}
