import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** A titled part of the page. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box
      component="section"
      aria-label={title}
      sx={{ display: 'grid', gap: 1.5, alignContent: 'start', minWidth: 0 }}
    >
      <Box component="h2" sx={{ m: 0, fontSize: 14, fontWeight: 600 }}>
        {title}
      </Box>
      {children}
    </Box>
  )
}
