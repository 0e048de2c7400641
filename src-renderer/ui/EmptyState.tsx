import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

/** Never a blank page: one sentence and what to do next. */
export function EmptyState({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <Box
      sx={{ display: 'grid', justifyItems: 'center', alignContent: 'center', gap: 4, p: 8, minHeight: 220 }}
    >
      <Typography sx={{ color: 'text.secondary', textAlign: 'center' }}>{text}</Typography>
      {children && (
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', justifyContent: 'center' }}>{children}</Box>
      )}
    </Box>
  )
}
