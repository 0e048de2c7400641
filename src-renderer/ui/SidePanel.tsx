import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { type ReactNode, useState } from 'react'
import { colours } from './theme.ts'
import { UnreadScope, useRefuseUnread } from './unread.ts'

/** The panel beside a document: a few tabs, one open; it stays open while something in it cannot be read. */
export function SidePanel<Name extends string>(props: {
  label: string
  width: number
  tabs: readonly { name: Name; title: string }[]
  open: Name
  onOpen: (name: Name) => void
  /** Of what cannot be read in it, where its owner asks about that too. */
  scope?: object
  children: ReactNode
}) {
  const [own] = useState(() => ({}))
  const scope = props.scope ?? own
  const refuseUnread = useRefuseUnread(scope)
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
        onChange={(_event, name: Name) => !refuseUnread() && props.onOpen(name)}
        variant="fullWidth"
        aria-label="右侧栏"
        sx={{ borderBottom: `1px solid ${colours.line}`, flex: 'none' }}
      >
        {props.tabs.map(({ name, title }) => (
          <Tab key={name} value={name} label={title} sx={{ px: 0.5, minWidth: 0 }} />
        ))}
      </Tabs>
      <Box role="tabpanel" tabIndex={0} aria-label="内容" sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        <UnreadScope value={scope}>{props.children}</UnreadScope>
      </Box>
    </Box>
  )
}
