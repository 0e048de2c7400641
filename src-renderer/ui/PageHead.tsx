import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect } from 'react'
import { usePageHelp } from './page-help.ts'

/** Title with the help of the page left, saved state and the one primary action right: the same place on every page. */
export function PageHead(props: { title: string; trail?: string; note?: ReactNode; children?: ReactNode }) {
  useWindowTitle(props.title)
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
      <Typography variant="h1" noWrap title={props.title}>
        {props.trail && (
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, fontSize: 14 }}>
            {props.trail} ›{' '}
          </Box>
        )}
        {props.title}
      </Typography>
      <HelpButton />
      {/* Beside a long title it keeps its room. */}
      <Box
        sx={{
          flex: 'none',
          ml: 'auto',
          maxWidth: '40%',
          color: 'text.secondary',
          fontSize: 12,
          textAlign: 'right',
        }}
      >
        {props.note}
      </Box>
      {props.children && <Box sx={{ flex: 'none', display: 'flex', gap: 2 }}>{props.children}</Box>}
    </Box>
  )
}

/** The window is called as its page: in the list of windows, to a screen reader, and as the proposed name of a print. */
function useWindowTitle(title: string): void {
  useEffect(() => {
    const before = document.title
    document.title = `${title} · 绩衡`
    return () => {
      document.title = before
    }
  }, [title])
}

/** ?: opens what the page is for, who works on it and on which clause, beside it. */
function HelpButton() {
  const help = usePageHelp()
  if (!help) return null
  return (
    <Tooltip title="本页帮助（F1）">
      <IconButton
        size="small"
        aria-label="本页帮助"
        aria-expanded={help.isOpen}
        onClick={help.toggle}
        sx={{ ml: -2, color: 'text.secondary' }}
      >
        <HelpOutlineOutlined sx={{ fontSize: 18 }} />
      </IconButton>
    </Tooltip>
  )
}
