import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { type LibraryIndicator, targetPattern } from '#domain/library/indicator'
import { colours } from '#ui/theme'
import { EntryCitations } from './LibraryCitations.tsx'
import { LibraryDetail } from './LibraryDetail.tsx'
import { OwnMark } from './OwnMark.tsx'

/** One indicator of the library: name and target, why it is offered, its explanation on demand. */
export function LibraryEntry(props: {
  entry: LibraryIndicator
  reason?: string
  /** It stands on the goal already. */
  present: boolean
  /** null on a goal that only can be read. */
  onInsert: (() => void) | null
}) {
  const { entry, onInsert } = props
  const [open, setOpen] = useState(false)
  return (
    <Box component="li" sx={{ p: '6px 4px 6px 12px', borderBottom: `1px solid ${colours.line}` }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Box
          component="button"
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          sx={{
            flex: 1,
            minWidth: 0,
            p: 0,
            border: 0,
            bgcolor: 'transparent',
            font: 'inherit',
            textAlign: 'left',
            cursor: 'pointer',
            '&:hover > :first-of-type': { textDecoration: 'underline' },
          }}
        >
          <Box
            component="span"
            sx={{ display: 'block', fontSize: 13, lineHeight: '20px', color: colours.text }}
          >
            {entry.name}
            {entry.mark === '本县' && (
              <>
                {' '}
                <OwnMark />
              </>
            )}
          </Box>
          <Box
            component="span"
            sx={{ display: 'block', fontSize: 12, lineHeight: '18px', color: colours.secondary }}
          >
            {targetPattern(entry)} · {entry.level2}
          </Box>
        </Box>
        {props.present && (
          <Box component="span" sx={{ fontSize: 12, lineHeight: '28px', pr: 2, color: colours.secondary }}>
            已在表中
          </Box>
        )}
        {!props.present && onInsert && (
          <Button size="small" aria-label={`插入 ${entry.name}`} onClick={onInsert} sx={{ minWidth: 0 }}>
            插入
          </Button>
        )}
      </Box>
      {props.reason && (
        <Box sx={{ fontSize: 12, lineHeight: '18px', color: colours.primary }}>{props.reason}</Box>
      )}
      {open && (
        <Box sx={{ mt: 1, mr: 2, p: 2, bgcolor: colours.page, borderRadius: '4px' }}>
          <LibraryDetail entry={entry} />
          <EntryCitations entry={entry} />
        </Box>
      )}
    </Box>
  )
}
