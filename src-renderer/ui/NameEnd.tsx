import Box from '@mui/material/Box'

/** The end of a unit's name distinguishes it, so the beginning is what gives way. */
export function NameEnd({ text }: { text: string }) {
  return (
    <Box sx={{ direction: 'rtl', textAlign: 'left', overflow: 'hidden', textOverflow: 'ellipsis' }}>
      <bdi>{text}</bdi>
    </Box>
  )
}
