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
  /** Address of the document that a clause cites; null where the register has none. */
  hrefOf?: (clause: string) => string | null
}) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {props.problems.map((problem) => (
        <Box
          component="li"
          key={`${problem.code} ${problem.at} ${problem.message}`}
          sx={{ borderBottom: 1, borderColor: 'divider', pb: 1.5 }}
        >
          <ButtonBase
            onClick={() => props.onJump(problem)}
            sx={{
              display: 'block',
              width: '100%',
              textAlign: 'left',
              p: '8px 12px 2px',
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
          </ButtonBase>
          {problem.clause && <Clause clause={problem.clause} href={props.hrefOf?.(problem.clause) ?? null} />}
        </Box>
      ))}
    </Box>
  )
}

function Clause({ clause, href }: { clause: string; href: string | null }) {
  return (
    <Box sx={{ px: 3, color: colours.secondary, fontSize: 12, lineHeight: '20px' }}>
      依据：
      {href === null ? (
        clause
      ) : (
        <Box component="a" href={href} title="在制度库中查看" sx={{ color: 'primary.main' }}>
          {clause}
        </Box>
      )}
    </Box>
  )
}
