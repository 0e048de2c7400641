import Box from '@mui/material/Box'
import { isRectificationOverdue, type Rectification } from '#domain/applications/application'
import {
  type ApplicationState,
  applicationStates,
  type RectificationState,
  rectificationStates,
} from '#domain/applications/flow'
import { type Result, resultNames } from '#domain/applications/rules'
import type { Day } from '#domain/dates'
import { colours } from '#ui/theme'

export const stateLooks: Readonly<Record<ApplicationState, { shape: string; colour: string }>> = {
  draft: { shape: '○', colour: colours.secondary },
  budgeting: { shape: '◆', colour: colours.excess },
  deciding: { shape: '◆', colour: colours.excess },
  carrying: { shape: '◆', colour: colours.excess },
  answered: { shape: '◆', colour: colours.excess },
  referred: { shape: '▲', colour: colours.attention },
  closed: { shape: '●', colour: colours.ok },
  dropped: { shape: '—', colour: colours.secondary },
}

/** State of an application as shape, word and colour; what is late says so. */
export function ApplicationMark({ state, late = 0 }: { state: ApplicationState; late?: number }) {
  const look = late > 0 ? { shape: '■', colour: colours.alarm } : stateLooks[state]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {applicationStates[state]}
      {late > 0 && ` 超 ${late} 天`}
    </Box>
  )
}

const bad: ReadonlySet<Result> = new Set(['poor', 'oppose', 'suspended', 'unrectified'])
const middling: ReadonlySet<Result> = new Set(['medium', 'adjust', 'adjusted', 'recovered'])

/** A result as shape, word and colour. */
export function ResultMark({ result, points = '' }: { result: Result; points?: string }) {
  const [shape, colour] = bad.has(result)
    ? ['■', colours.alarm]
    : middling.has(result)
      ? ['▲', colours.attention]
      : ['●', colours.ok]
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap', color: colour }}>
      <span aria-hidden="true">{shape}</span> {resultNames[result]}
      {points !== '' && (
        <Box component="span" sx={{ color: colours.secondary }}>
          {' '}
          {points}
        </Box>
      )}
    </Box>
  )
}

const rectificationLooks: Readonly<Record<RectificationState, { shape: string; colour: string }>> = {
  none: { shape: '○', colour: colours.secondary },
  ordered: { shape: '◆', colour: colours.excess },
  reported: { shape: '◆', colour: colours.excess },
  cleared: { shape: '●', colour: colours.ok },
}

/** State of 整改 on a day; what is beyond its deadline says so. */
export function RectificationMark(props: { rectification: Rectification | null; today: Day }) {
  const { rectification, today } = props
  const state = rectification?.state ?? 'none'
  const isLate = isRectificationOverdue(rectification, today)
  const look = isLate ? { shape: '■', colour: colours.alarm } : rectificationLooks[state]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {isLate ? '整改逾期' : rectificationStates[state]}
    </Box>
  )
}
