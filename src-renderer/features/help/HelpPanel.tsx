import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { helpAreas, helpFor } from '#domain/help/manual'
import { colours } from '#ui/theme'
import { EntryText } from './EntryText.tsx'

/** The help of the open page over its right edge: the page stays usable, Esc closes, the focus goes back. */
export function HelpPanel({ onClose }: { onClose: () => void }) {
  const { pathname } = useLocation()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    head.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const entry = helpFor(pathname)
  const area = helpAreas.find(({ entries }) => entries.some((each) => each === entry))
  return (
    <Box
      component="aside"
      aria-label="帮助"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
      sx={{
        ...{ position: 'fixed', top: 48, right: 0, bottom: 0, width: 348, zIndex: 1100, overflow: 'auto' },
        ...{ p: 4, display: 'grid', gap: 3, alignContent: 'start', boxShadow: 6 },
        ...{ bgcolor: colours.surface, borderLeft: `1px solid ${colours.line}`, displayPrint: 'none' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Box
          component="h2"
          ref={head}
          tabIndex={-1}
          sx={{ flex: 1, m: 0, fontSize: 16, fontWeight: 600, outline: 'none' }}
        >
          {entry?.title ?? '帮助'}
        </Box>
        <IconButton size="small" aria-label="关闭帮助" onClick={onClose}>
          <Close fontSize="small" />
        </IconButton>
      </Box>
      {entry ? <EntryText entry={entry} /> : '这一页还没有帮助，请查使用手册。'}
      <Button
        variant="outlined"
        component={Link}
        to={area ? `/help?part=area:${area.id}` : '/help'}
        sx={{ justifySelf: 'start' }}
      >
        打开使用手册
      </Button>
    </Box>
  )
}
