import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { colours } from './theme.ts'

/** A titled part of a document, on a ground of its own. */
export function Card(props: {
  title: string
  /** Where the document jumps to it. */
  id?: string
  /** The field that a finding about the whole part names. */
  field?: string
  children: ReactNode
}) {
  return (
    <Box
      component="section"
      id={props.id}
      aria-label={props.title}
      data-field={props.field}
      sx={{
        ...{ bgcolor: colours.surface, border: `1px solid ${colours.line}`, borderRadius: '4px', p: 3 },
        // What stays in place above a document does not cover it.
        scrollMarginTop: 40,
      }}
    >
      <Typography variant="h2" sx={{ mb: 2, fontSize: 15 }}>
        {props.title}
      </Typography>
      {props.children}
    </Box>
  )
}
