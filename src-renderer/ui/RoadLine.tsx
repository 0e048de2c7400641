import Box from '@mui/material/Box'
import { colours } from './theme.ts'

/** One stop on the road of a document, with the states that stand at it. */
export type RoadStop<State extends string> = { word: string; states: readonly State[] }

/** The road of a document with the present step: its word and look, whose turn it is, and how late that is. */
export function RoadLine<State extends string>(props: {
  road: readonly RoadStop<State>[]
  state: State
  word: string
  look: { shape: string; colour: string }
  holder: string
  /** Whole days beyond the turn's limit. */
  overdue?: number
}) {
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
