import Box from '@mui/material/Box'
import { type Coverage, coverageStates } from '#domain/evaluation/coverage'
import type { PlanLine } from '#domain/evaluation/plan-list'
import { colours } from '#ui/theme'

const stateLooks = {
  covered: { shape: '●', colour: colours.ok },
  open: { shape: '○', colour: colours.secondary },
  due: { shape: '▲', colour: colours.attention },
  overdue: { shape: '■', colour: colours.alarm },
} as const

/** How an object stands in the cycle, and by which year it must be evaluated. */
export function CoverageMark({ coverage }: { coverage: Coverage }) {
  const look = stateLooks[coverage.state]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {coverageStates[coverage.state]}
    </Box>
  )
}

/** What the bureau decided; undecided lines say what the rules propose. */
export function DecisionMark({ line }: { line: PlanLine }) {
  const { item, isProposed } = line
  if (item?.decision === 'chosen')
    return (
      <Box component="span" sx={{ color: colours.ok, whiteSpace: 'nowrap' }}>
        <span aria-hidden="true">●</span> 列入
      </Box>
    )
  if (item)
    return (
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        — 不列入
      </Box>
    )
  return (
    <Box component="span" sx={{ color: colours.secondary, whiteSpace: 'nowrap' }}>
      {isProposed ? '○ 建议列入' : ''}
    </Box>
  )
}
