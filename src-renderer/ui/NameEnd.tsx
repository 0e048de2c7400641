import Box from '@mui/material/Box'

/**
 * The end of a unit's name distinguishes it, so the beginning is what gives way. Wide as a number of whole characters: part
 * of one would stand as a gap before the dots.
 */
export function NameEnd({ text }: { text: string }) {
  return (
    <Box
      sx={{
        width: 'round(down, 100%, 1em)',
        direction: 'rtl',
        textAlign: 'left',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
      }}
    >
      <bdi>{text}</bdi>
    </Box>
  )
}
