import Box from '@mui/material/Box'
import { type LightColour, lightColours } from '#domain/monitoring/lights'
import { colours } from './theme.ts'

/** Shape and colour of a light; the word stands beside them. */
export const lightLooks = {
  green: { shape: '●', colour: colours.ok },
  yellow: { shape: '▲', colour: colours.attention },
  red: { shape: '■', colour: colours.alarm },
  blue: { shape: '◆', colour: colours.excess },
  none: { shape: '○', colour: colours.empty },
} as const satisfies Record<LightColour, { shape: string; colour: string }>

/** A light as shape, word and colour: readable in black and white. */
export function LightMark({ colour, count }: { colour: LightColour; count?: number }) {
  const look = lightLooks[colour]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {lightColours[colour]}
      {count === undefined ? '' : ` ${count}`}
    </Box>
  )
}
