import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { paidBySource, treasuryByGoal } from '#domain/execution/totals'
import { formatWanExact } from '#domain/money'
import { type FundRow, fundTotal, type Monitoring, withTreasury } from '#domain/monitoring/monitoring'
import { monthsText } from '#domain/monitoring/round'
import { executionsOfGoal } from '#storage/executions'
import { note } from '#ui/part-style'
import { colours } from '#ui/theme'

/** What the treasury shows beside what is reported, to be taken over in one press; nothing where its ledger is silent. */
export function TreasuryLine(props: {
  form: Monitoring
  readOnly: boolean
  onTake: (funds: readonly FundRow[]) => void
}) {
  const { form } = props
  const rows = useLiveQuery(() => executionsOfGoal(form.bookId, form.goalId), [form.bookId, form.goalId])
  const theirs = rows?.some(({ month }) => month === form.month)
    ? treasuryByGoal(rows, form.month).get(form.goalId)?.paid
    : null
  if (!rows || theirs === null || theirs === undefined) return null
  const reported = fundTotal(form.funds).paid
  const taken = withTreasury(form.funds, paidBySource(rows, form.month).get(form.goalId) ?? new Map())
  const isTakeable = !props.readOnly && reported !== theirs && fundTotal(taken).paid === theirs
  const difference = reported === null ? null : reported - theirs
  return (
    <Box role="status" sx={{ ...note, display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
      <span>
        国库台账 {monthsText(form.month)}支出 {formatWanExact(theirs)} 万元
        {difference === 0 && '，与填报一致。'}
        {difference === null && '，本表还没有填报执行数。'}
      </span>
      {difference !== null && difference !== 0 && (
        <Box component="span" sx={{ color: colours.attention }}>
          ▲ 填报比国库{difference > 0 ? '多' : '少'} {formatWanExact(Math.abs(difference))} 万元
        </Box>
      )}
      {isTakeable && (
        <Button size="small" variant="outlined" onClick={() => props.onTake(taken)}>
          采用国库数
        </Button>
      )}
    </Box>
  )
}
