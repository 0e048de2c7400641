import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { colours } from './theme.ts'

/** The panel beside a document: a few tabs, one open. */
export function SidePanel<Name extends string>(props: {
  label: string
  width: number
  tabs: readonly { name: Name; title: string }[]
  open: Name
  onOpen: (name: Name) => void
  children: ReactNode
}) {
  return (
    <Box
      component="aside"
      aria-label={props.label}
      sx={{
        // At 150 % the document keeps most of the room.
        width: `min(${props.width}px, 34vw)`,
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        bgcolor: colours.surface,
        borderLeft: `1px solid ${colours.line}`,
      }}
    >
      <Tabs
        value={props.open}
        onChange={(_event, name: Name) => props.onOpen(name)}
        variant="fullWidth"
        aria-label="右侧栏"
        sx={{ borderBottom: `1px solid ${colours.line}`, flex: 'none' }}
      >
        {props.tabs.map(({ name, title }) => (
          <Tab key={name} value={name} label={title} sx={{ px: 0.5, minWidth: 0 }} />
        ))}
      </Tabs>
      <Box role="tabpanel" tabIndex={0} aria-label="内容" sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        {props.children}
      </Box>
    </Box>
  )
}
