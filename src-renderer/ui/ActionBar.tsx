import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** The bar at the foot of a document: ways out at the left, the one next step at the right. */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        flex: 'none',
        px: 4,
        py: 2,
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        bgcolor: 'background.paper',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      {children}
    </Box>
  )
}
