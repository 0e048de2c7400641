import Box from '@mui/material/Box'
import { useMemo } from 'react'
import { encode } from 'uqr'

/** A text as a square code; `size` is a length of paper or screen. Dark on white, whatever the theme: scanners need it. */
export function QrCode({ text, label, size }: { text: string; label: string; size: string }) {
  const { side, path } = useMemo(() => {
    const { data, size: cells } = encode(text, { ecc: 'M', border: 2 })
    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { side: cells, path: dark.join('') }
  }, [text])
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      sx={{ width: size, height: size, flex: 'none', display: 'block', bgcolor: '#fff' }}
    >
      <path d={path} fill="#000" />
    </Box>
  )
}
