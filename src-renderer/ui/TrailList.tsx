import Box from '@mui/material/Box'
import { duties } from '#domain/people/duties'
import type { StepTaken } from '#domain/workflow'
import { momentText } from './moment-text.ts'
import { colours } from './theme.ts'

/** 办理过程: who took which step, when, in which duty, and what was said; the newest first. */
export function TrailList({ trail, empty }: { trail: readonly StepTaken[]; empty: string }) {
  if (trail.length === 0) return <Box sx={{ color: colours.secondary, fontSize: 13 }}>{empty}</Box>
  return (
    <Box
      component="ol"
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, fontSize: 13, lineHeight: '20px' }}
    >
      {trail.toReversed().map((step) => (
        <li key={`${step.at} ${step.step}`}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {step.verb}
          </Box>{' '}
          <Box component="span" sx={{ color: colours.secondary, fontSize: 12 }}>
            {step.by}（{duties[step.duty].name}） {momentText(step.at)}
          </Box>
          {step.opinion && <Box sx={{ overflowWrap: 'anywhere' }}>{step.opinion}</Box>}
        </li>
      ))}
    </Box>
  )
}
