import Box from '@mui/material/Box'
import { duties } from '#domain/people/duties'
import type { StepTaken } from '#domain/workflow'
import { colours } from '#ui/theme'
import { momentText } from './LedgerColumns.tsx'

/** 办理过程: who took which step, when, and what was said; the newest first. */
export function ReviewTrail({ trail }: { trail: readonly StepTaken[] }) {
  if (trail.length === 0) return <Box sx={{ color: colours.secondary }}>还没有送审。</Box>
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
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
