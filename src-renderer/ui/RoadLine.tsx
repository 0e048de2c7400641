import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { colours } from './theme.ts'

/** One stop on the road of a document, with the states that stand at it. */
export type RoadStop<State extends string> = { word: string; states: readonly State[] }

type RoadLineProps<State extends string> = {
  road: readonly RoadStop<State>[]
  state: State
  word: string
  look: { shape: string; colour: string }
  holder: string
  /** Whole days beyond the turn's limit. */
  overdue?: number
}

/** The road of a document with the present step: its word and look, whose turn it is, and how late that is. */
export function RoadLine<State extends string>(props: RoadLineProps<State>) {
  const { road, state, word, look, holder, overdue = 0 } = props
  const present = road.findIndex(({ states }) => states.includes(state))
  return (
    <Box component="ol" aria-label="进度" sx={{ display: 'flex', gap: 2, listStyle: 'none', m: 0, p: 0 }}>
      {road.map((stop, index) => (
        <Box
          component="li"
          key={stop.word}
          aria-current={index === present ? 'step' : undefined}
          sx={{
            color: index === present ? look.colour : colours.secondary,
            fontWeight: index === present ? 600 : 400,
          }}
        >
          {index > 0 && (
            <Box component="span" sx={{ color: colours.secondary, fontWeight: 400, mr: 2 }}>
              →
            </Box>
          )}
          <span aria-hidden="true">{index === present ? look.shape : index < present ? '✓' : '○'}</span>{' '}
          {index === present ? word : stop.word}
          {index === present && holder !== '' && `（${holder}${overdue > 0 ? `，超 ${overdue} 天` : ''}）`}
        </Box>
      ))}
    </Box>
  )
}

/** The line under the title of a document: its road, what it belongs to, and what else is said at the end. */
export function RoadBar<State extends string>(
  props: RoadLineProps<State> & { where: readonly (string | undefined)[]; children?: ReactNode },
) {
  const where = props.where.filter(Boolean).join(' · ')
  return (
    <Box
      sx={{
        ...{ flex: 'none', px: 4, py: 1, display: 'flex', gap: 6, alignItems: 'center', fontSize: 13 },
        ...{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', whiteSpace: 'nowrap' },
      }}
    >
      <RoadLine {...props} />
      <Box
        sx={{ color: colours.secondary, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}
        title={where}
      >
        {where}
      </Box>
      {props.children}
    </Box>
  )
}
