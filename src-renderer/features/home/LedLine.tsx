import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { colours } from '#ui/theme'

/** A line of 待办 that is no state of any record, with the page where it is done. */
export function LedLine(props: { children: ReactNode; verb: string; to: string; isFirst?: boolean }) {
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', alignItems: 'center', gap: 3, px: 4, py: 1, minHeight: 40, fontSize: 14 },
        borderBottom: `1px solid ${colours.line}`,
      }}
    >
      <Box sx={{ flex: 1 }}>{props.children}</Box>
      <Button size="small" variant={props.isFirst ? 'contained' : 'outlined'} component={Link} to={props.to}>
        {props.verb}
      </Button>
    </Box>
  )
}
