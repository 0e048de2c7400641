import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

/** Title left, saved state and the one primary action right: the same place on every page. */
export function PageHead(props: { title: string; trail?: string; note?: ReactNode; children?: ReactNode }) {
  return (
    <Box
      sx={{
        flex: 'none',
        minHeight: 48,
        px: 4,
        py: 2,
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        displayPrint: 'none',
      }}
    >
      <Typography variant="h1" noWrap>
        {props.trail && (
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, fontSize: 14 }}>
            {props.trail} ›{' '}
          </Box>
        )}
        {props.title}
      </Typography>
      <Box sx={{ flex: 1, minWidth: 0, color: 'text.secondary', fontSize: 12, textAlign: 'right' }}>
        {props.note}
      </Box>
      {props.children && <Box sx={{ display: 'flex', gap: 2 }}>{props.children}</Box>}
    </Box>
  )
}
