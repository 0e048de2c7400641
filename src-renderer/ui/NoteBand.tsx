import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { colours } from './theme.ts'

/** A band under the head of a document: the last word that must be known. Why it came back stands out by `why`. */
export function NoteBand({ why, children }: { why?: string; children: ReactNode }) {
  return (
    <Box
      role="note"
      sx={{
        ...{ flex: 'none', px: 4, py: 1, fontSize: 13, borderBottom: 1 },
        ...(why === undefined
          ? { bgcolor: colours.selected, borderColor: 'divider' }
          : { bgcolor: '#FFF7E6', borderColor: '#F3DDB3' }),
      }}
    >
      {why !== undefined && (
        <Box component="span" sx={{ color: colours.attention, fontWeight: 600 }}>
          ▲ {why}：
        </Box>
      )}
      {children}
    </Box>
  )
}
