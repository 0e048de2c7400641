import Box from '@mui/material/Box'
import { fingerprint } from '#exchange/fingerprint'

/** 指纹 large, to be read aloud. */
export function Fingerprint({ publicKey, large = false }: { publicKey: string; large?: boolean }) {
  return (
    <Box
      component="span"
      sx={{
        fontVariantNumeric: 'tabular-nums',
        letterSpacing: '.04em',
        whiteSpace: 'nowrap',
        ...(large ? { fontSize: 24, fontWeight: 600, lineHeight: '32px' } : {}),
      }}
    >
      {fingerprint(publicKey)}
    </Box>
  )
}
