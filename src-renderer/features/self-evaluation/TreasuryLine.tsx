import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import type { Edition } from '#domain/evaluation/rules'
import {
  type FundRow,
  fundSum,
  type SelfEvaluation,
  withTreasuryFunds,
} from '#domain/evaluation/self-evaluation'
import { fundsBySource } from '#domain/execution/totals'
import { formatWanExact } from '#domain/money'
import { monthsText } from '#domain/monitoring/round'
import { executionsOfGoal } from '#storage/executions'
import { note } from '#ui/part-style'
import { colours } from '#ui/theme'

/** What the treasury shows beside what is reported, to be taken over in one press; nothing where its ledger is silent. */
export function TreasuryLine(props: {
  form: SelfEvaluation
  edition: Edition
  readOnly: boolean
  onTake: (funds: readonly FundRow[]) => void
}) {
  const { form } = props
  const rows = useLiveQuery(() => executionsOfGoal(form.bookId, form.goalId), [form.bookId, form.goalId])
  const month = (rows ?? []).reduce((newest, row) => Math.max(newest, row.month), 0)
  const executed = rows && fundsBySource(rows, month).get(form.goalId)
  if (!executed) return null
  const taken = withTreasuryFunds(form.funds, executed, props.edition)
  const [theirs, ours] = [fundSum(taken).paid, fundSum(form.funds).paid]
  if (theirs === null) return null
  const difference = ours === null ? null : ours - theirs
  const isSame = JSON.stringify(taken) === JSON.stringify(form.funds)
  return (
    <Box role="status" sx={{ ...note, display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
      <span>
        国库台账 {monthsText(month)}支出 {formatWanExact(theirs)} 万元
        {difference === 0 && '，与填报一致。'}
        {difference === null && '，本表还没有填报执行数。'}
      </span>
      {difference !== null && difference !== 0 && (
        <Box component="span" sx={{ color: colours.attention }}>
          ▲ 填报比国库{difference > 0 ? '多' : '少'} {formatWanExact(Math.abs(difference))} 万元
        </Box>
      )}
      {!props.readOnly && !isSame && (
        <Button size="small" variant="outlined" onClick={() => props.onTake(taken)}>
          采用国库数
        </Button>
      )}
    </Box>
  )
}
