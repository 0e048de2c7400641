import Box from '@mui/material/Box'
import { colours } from '#ui/theme'

/** The key beside what it does, small. */
export function KeyHint({ children }: { children: string }) {
  return (
    <Box
      component="kbd"
      aria-hidden="true"
      sx={{
        font: 'inherit',
        fontSize: 11,
        lineHeight: '16px',
        px: '4px',
        ml: 1,
        color: colours.secondary,
        bgcolor: colours.page,
        border: `1px solid ${colours.control}`,
        borderRadius: '3px',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Box>
  )
}
