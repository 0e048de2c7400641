import Box from '@mui/material/Box'
import { useState } from 'react'
import { colours } from './theme.ts'

/** The edge between two panes: dragged, or moved with ← and → while it has the focus. */
export function PaneEdge(props: {
  label: string
  /** Width in px of the pane that is changed, and on which side of the edge it stands. */
  width: number
  side: 'left' | 'right'
  least: number
  most: number
  onWidth: (width: number) => void
}) {
  const { width, side, least, most, onWidth } = props
  const [grip, setGrip] = useState<{ x: number; width: number } | null>(null)
  const within = (wanted: number) => Math.min(most, Math.max(least, Math.round(wanted)))
  const towards = side === 'left' ? 1 : -1
  return (
    <Box
      role="separator"
      tabIndex={0}
      aria-label={props.label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setGrip({ x: event.clientX, width })
      }}
      onPointerMove={(event) => grip && onWidth(within(grip.width + towards * (event.clientX - grip.x)))}
      onPointerUp={() => setGrip(null)}
      onPointerCancel={() => setGrip(null)}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0
        if (step !== 0) onWidth(within(width + towards * step))
      }}
      sx={{
        width: 5,
        flex: 'none',
        cursor: 'col-resize',
        touchAction: 'none',
        bgcolor: grip ? colours.primary : colours.line,
        '&:hover, &:focus-visible': { bgcolor: colours.primary, outline: 'none' },
      }}
    />
  )
}
