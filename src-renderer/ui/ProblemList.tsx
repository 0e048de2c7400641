import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { Problem } from '#domain/problem'
import { SeverityMark } from './SeverityMark.tsx'
import { colours } from './theme.ts'

/** Findings with place, reason and suggestion; a click goes there. */
export function ProblemList(props: {
  problems: readonly Problem[]
  placeOf: (problem: Problem) => string
  onJump: (problem: Problem) => void
}) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {props.problems.map((problem) => (
        <li key={`${problem.code} ${problem.at} ${problem.message}`}>
          <ButtonBase
            onClick={() => props.onJump(problem)}
            sx={{
              display: 'block',
              width: '100%',
              textAlign: 'left',
              p: '8px 12px',
              borderBottom: `1px solid ${colours.line}`,
              fontSize: 13,
              lineHeight: '20px',
              '&:hover': { bgcolor: colours.head },
            }}
          >
            <Box component="span" sx={{ display: 'flex', gap: 2, fontSize: 12 }}>
              <SeverityMark severity={problem.severity} />
              <Box
                component="span"
                sx={{ color: colours.secondary, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}
              >
                {props.placeOf(problem)}
              </Box>
            </Box>
            <Box component="span" sx={{ display: 'block' }}>
              {problem.message}
            </Box>
            {problem.suggestion && (
              <Box component="span" sx={{ display: 'block', color: colours.secondary }}>
                建议：{problem.suggestion}
              </Box>
            )}
            {problem.clause && (
              <Box component="span" sx={{ display: 'block', color: colours.secondary, fontSize: 12 }}>
                依据：{problem.clause}
              </Box>
            )}
          </ButtonBase>
        </li>
      ))}
    </Box>
  )
}
