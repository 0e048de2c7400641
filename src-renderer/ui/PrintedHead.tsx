import Box from '@mui/material/Box'
import { PrintStyles } from './PrintStyles.tsx'

/** What a page that is no paper says at the top when it is printed: what it is, of whom and of when. Not on the screen. */
export function PrintedHead({ title, note }: { title: string; note: string }) {
  return (
    <>
      <PrintStyles margin="12mm" landscape />
      <Box sx={{ display: 'none', displayPrint: 'block', textAlign: 'center', mb: 2 }}>
        <Box sx={{ fontSize: 20, fontWeight: 600 }}>{title}</Box>
        <Box sx={{ fontSize: 13 }}>{note}</Box>
      </Box>
    </>
  )
}

/** What scrolls on the screen is printed whole, one part below the other, and no row is cut in two. */
export const printedWhole = {
  '@media print': {
    ...{ display: 'block', overflow: 'visible', height: 'auto', maxWidth: 'none', p: 0 },
    '& > * + *': { mt: 3 },
    '& tr, & li': { breakInside: 'avoid' },
  },
} as const
