import Box from '@mui/material/Box'
import type { GateStop } from '#domain/goals/gate'
import { colours } from '#ui/theme'

/** The rules that keep an item from the budget, each with its clause. */
export function GateList({ stops }: { stops: readonly GateStop[] }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {stops.map((stop) => (
        <li key={stop.code}>
          <Box component="span" aria-hidden="true" sx={{ color: colours.alarm }}>
            ■
          </Box>{' '}
          {stop.text}
          <Box sx={{ fontSize: 12, color: colours.secondary }}>{stop.clause}</Box>
        </li>
      ))}
    </Box>
  )
}
