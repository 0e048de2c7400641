import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { Problem } from '#domain/problem'
import { colours } from './theme.ts'

/** What has still to be filled in, in one line; a click goes there. */
export function UnfilledList(props: {
  problems: readonly Problem[]
  placeOf: (problem: Problem) => string
  onJump: (problem: Problem) => void
}) {
  const { problems } = props
  if (problems.length === 0) return null
  const places = problems.filter(({ at }, index) => problems.findIndex((each) => each.at === at) === index)
  return (
    <Box
      component="section"
      aria-label="还要填写"
      sx={{ p: 3, borderBottom: `1px solid ${colours.line}`, fontSize: 13, lineHeight: '24px' }}
    >
      <Box sx={{ color: colours.secondary }}>○ 还有 {problems.length} 项没有填写</Box>
      {places.map((problem) => (
        <Button
          key={problem.at}
          size="small"
          onClick={() => props.onJump(problem)}
          sx={{ minHeight: 0, minWidth: 0, py: 0, px: 1, mr: 1, textAlign: 'left' }}
        >
          {props.placeOf(problem)}
        </Button>
      ))}
    </Box>
  )
}
