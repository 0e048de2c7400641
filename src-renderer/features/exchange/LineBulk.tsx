import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { Line } from '#domain/exchange/rehearsal'
import { colours } from '#ui/theme'
import type { DecisionsMade } from './use-decisions.ts'

/** What can be decided of all chosen records at once. */
export function LineBulk(props: { chosen: readonly Line[]; decisions: DecisionsMade; onDone: () => void }) {
  const { chosen, decisions, onDone } = props
  const contested = chosen.filter(({ verdict }) => verdict === 'conflict')
  const takeable = chosen.filter(
    ({ verdict }) => verdict !== 'refused' && verdict !== 'same' && verdict !== 'kept',
  )
  function run(work: () => void) {
    work()
    onDone()
  }
  return (
    <Box
      role="group"
      aria-label="批量决定"
      sx={{
        flex: 'none',
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        px: 4,
        py: 1,
        bgcolor: colours.selected,
      }}
    >
      <Box sx={{ fontSize: 13 }}>已选 {chosen.length} 条</Box>
      {contested.length > 0 && (
        <>
          <Button size="small" onClick={() => run(() => decisions.choose(contested, '', 'ours'))}>
            {contested.length} 条冲突全部用本机
          </Button>
          <Button size="small" onClick={() => run(() => decisions.choose(contested, '', 'theirs'))}>
            {contested.length} 条冲突全部用来包
          </Button>
        </>
      )}
      {takeable.length > 0 && (
        <>
          <Button size="small" color="inherit" onClick={() => run(() => decisions.skip(takeable, true))}>
            {takeable.length} 条不采用
          </Button>
          <Button size="small" color="inherit" onClick={() => run(() => decisions.skip(takeable, false))}>
            恢复采用
          </Button>
        </>
      )}
      <Button size="small" color="inherit" onClick={onDone}>
        取消选择
      </Button>
    </Box>
  )
}
