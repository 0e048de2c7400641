import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import type { LibraryIndicator } from '#domain/library/indicator'
import type { Cited } from '#storage/own-indicators'
import { colours } from '#ui/theme'
import { LibraryCitations } from './LibraryCitations.tsx'
import { LibraryDetail } from './LibraryDetail.tsx'

/** The panel beside the list of the library. */
export function SideFrame(props: { label: string; title: string; wide?: boolean; children: ReactNode }) {
  return (
    <Box
      component="aside"
      aria-label={props.label}
      sx={{
        width: props.wide ? 360 : 320,
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        overflow: 'auto',
        p: 3,
        pb: 0,
        bgcolor: colours.surface,
        borderLeft: `1px solid ${colours.line}`,
      }}
    >
      <Box sx={{ fontWeight: 600, mb: 2, overflowWrap: 'anywhere' }}>{props.title}</Box>
      {props.children}
    </Box>
  )
}

/** The actions of the panel; they stay in sight. */
export function SideFoot({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 1,
        display: 'flex',
        gap: 2,
        mt: 'auto',
        mx: -3,
        px: 3,
        py: 2,
        '&:empty': { display: 'none' },
        bgcolor: colours.surface,
        borderTop: `1px solid ${colours.line}`,
      }}
    >
      {children}
    </Box>
  )
}

/** A shipped entry: to be read, or taken as the beginning of one of the county's own. */
export function ShippedPanel(props: {
  entry: LibraryIndicator
  cited: ReadonlyMap<string, Cited> | null
  /** null for a duty that proposes nothing. */
  onAdapt: (() => void) | null
}) {
  const { entry, onAdapt } = props
  return (
    <SideFrame label="指标说明" title={entry.name}>
      <LibraryDetail entry={entry} />
      <LibraryCitations entry={entry} cited={props.cited} />
      {onAdapt && (
        <SideFoot>
          <Button size="small" onClick={onAdapt}>
            据此新建本县指标
          </Button>
        </SideFoot>
      )}
    </SideFrame>
  )
}
