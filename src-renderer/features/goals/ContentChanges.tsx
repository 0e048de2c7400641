import Box from '@mui/material/Box'
import type { ContentChange } from '#domain/goals/compare'
import { colours } from '#ui/theme'

/** What changed, field by field: old → new. */
export function ContentChanges({ changes, empty }: { changes: readonly ContentChange[]; empty: string }) {
  if (changes.length === 0) return <Box sx={{ color: colours.secondary }}>{empty}</Box>
  return (
    <Box component="ul" aria-label="变化" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {changes.map((change) => (
        <Box component="li" key={`${change.field} ${change.label}`} sx={{ overflowWrap: 'anywhere' }}>
          <Box sx={{ fontSize: 12, color: colours.secondary }}>{change.label}</Box>
          <Box component="del" sx={{ color: colours.secondary }}>
            {change.from || '空'}
          </Box>{' '}
          → <ins style={{ textDecoration: 'none', fontWeight: 600 }}>{change.to || '空'}</ins>
        </Box>
      ))}
    </Box>
  )
}
