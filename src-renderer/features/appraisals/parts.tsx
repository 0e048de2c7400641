import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { type AppraisalState, appraisalStates } from '#domain/appraisals/flow'
import { type SchemeState, schemeStates } from '#domain/appraisals/scheme'
import { colours } from '#ui/theme'

type Look = { shape: string; colour: string }

export const appraisalLooks: Readonly<Record<AppraisalState, Look>> = {
  open: { shape: '○', colour: colours.secondary },
  returned: { shape: '▲', colour: colours.attention },
  submitted: { shape: '◆', colour: colours.excess },
  reviewing: { shape: '◆', colour: colours.excess },
  sampling: { shape: '◆', colour: colours.excess },
  asked: { shape: '◆', colour: colours.excess },
  decided: { shape: '●', colour: colours.ok },
  announced: { shape: '●', colour: colours.ok },
  archived: { shape: '●', colour: colours.ok },
}

const schemeLooks: Readonly<Record<SchemeState, Look>> = {
  draft: { shape: '○', colour: colours.secondary },
  approved: { shape: '●', colour: colours.ok },
  replaced: { shape: '—', colour: colours.secondary },
}

function Mark({ look, word }: { look: Look; word: string }) {
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {word}
    </Box>
  )
}

export function AppraisalMark({ state }: { state: AppraisalState }) {
  return <Mark look={appraisalLooks[state]} word={appraisalStates[state]} />
}

export function SchemeMark({ state }: { state: SchemeState }) {
  return <Mark look={schemeLooks[state]} word={schemeStates[state]} />
}

/** Safe, at risk and lost points: shape, word and colour. */
export const pointLooks = {
  safe: { shape: '●', colour: colours.ok, word: '已到手' },
  atRisk: { shape: '▲', colour: colours.attention, word: '可争取' },
  lost: { shape: '■', colour: colours.alarm, word: '已失去' },
} as const

export const tableStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  lineHeight: '20px',
  '& th': { textAlign: 'left', bgcolor: colours.head, fontWeight: 600 },
  '& th, & td': { p: '5px 8px', borderBottom: `1px solid ${colours.line}`, overflowWrap: 'anywhere' },
  '& .figure': { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
} as const

export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <Box
      component="section"
      aria-label={title}
      sx={{ bgcolor: colours.surface, border: `1px solid ${colours.line}`, borderRadius: '4px', p: 3 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 2 }}>
        <Typography variant="h2" sx={{ fontSize: 15 }}>
          {title}
        </Typography>
        <Box
          sx={{
            ...{ flex: 1, display: 'flex', justifyContent: 'flex-end', alignItems: 'center' },
            ...{ gap: 2, fontSize: 13 },
          }}
        >
          {note}
        </Box>
      </Box>
      {children}
    </Box>
  )
}

/** Page body that scrolls, with its sections beneath each other. */
export function Sections({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, display: 'grid', gap: 3, alignContent: 'start' }}
    >
      {children}
    </Box>
  )
}

export const pageStyle = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' } as const
