import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { appliedWords, resultWords } from '#domain/applications/words'
import type { Goal } from '#domain/goals/goal'
import { useSession } from '#session'
import { lastResultOf } from '#storage/applications'
import { colours } from '#ui/theme'

const band = { px: 4, py: 1, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' } as const

/** 上年评价 beside this year's declaration: the grade, and what of it was applied to the money; `plain`: without the band. */
export function LastResult({ goal, plain = false }: { goal: Pick<Goal, 'matchKey'>; plain?: boolean }) {
  const { book } = useSession()
  const { matchKey } = goal
  const last = useLiveQuery(() => lastResultOf(book, { matchKey }), [book, matchKey])
  if (!last) return null
  return (
    <Box
      title={`${resultWords(last.source)} · ${appliedWords(last.application)}`}
      role="note"
      aria-label="上年评价"
      sx={{
        ...(plain ? {} : band),
        fontSize: 13,
        ...{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flex: 'none' },
      }}
    >
      <Box component="span" sx={{ color: colours.secondary }}>
        上年（{last.year}）：
      </Box>
      {resultWords(last.source)}
      <Box component="span" sx={{ color: colours.secondary }}>
        {' '}
        · 结果应用：
      </Box>
      {appliedWords(last.application)}
    </Box>
  )
}
