import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useNavigate } from 'react-router'
import { openAdjustment } from '#actions/open-adjustment'
import { type Adjustment, adjustmentStates, isOpenAdjustment } from '#domain/adjustments/adjustment'
import { findingsOf } from '#domain/adjustments/major'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { lackOf } from '#storage/adjustment-record'
import { adjustmentsOf } from '#storage/adjustments'
import { goalById } from '#storage/goals'
import { note } from '#ui/part-style'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import type { PartProps } from './part.ts'

/** 目标调整 that the matter leads to: those under way or opened since, and the way to a new one. */
export function PartAdjustment({ disposal }: PartProps) {
  const { by, rules } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const { goalId } = disposal
  const read = useLiveQuery(async () => {
    const [goal, adjustments] = [await goalById(goalId), await adjustmentsOf(goalId)]
    // Ids rise with time: what was asked for before the disposal and is done with has nothing to do with it.
    const related = adjustments.filter((each) => isOpenAdjustment(each) || each.id > disposal.id)
    const looked = related.map(async (adjustment) => {
      const findings = findingsOf(adjustment, adjustments, rules.adjustment)
      return { adjustment, isMajor: findings.length > 0, lack: await lackOf(adjustment, findings) }
    })
    return { goal, related: await Promise.all(looked) }
  }, [goalId, disposal.id, rules])
  if (!read) return null
  const { goal, related } = read
  const isUnderWay = related.some(({ adjustment }) => isOpenAdjustment(adjustment))
  const isApproved = goal?.status === 'approved'
  return (
    <Box sx={{ display: 'grid', gap: 2, fontSize: 13, lineHeight: '20px', justifyItems: 'start' }}>
      {related.map(({ adjustment, isMajor, lack }) => (
        <Box key={adjustment.id} sx={{ display: 'flex', gap: 4, '& a': { color: 'primary.main' } }}>
          <Link to={`/goals/adjustments/${adjustment.id}`}>第 {adjustment.number} 次调整</Link>
          <StateWord adjustment={adjustment} />
          {isMajor && (
            <Box sx={{ color: colours.attention }}>
              <span aria-hidden="true">▲</span> 重大变化{lack === '' ? '，已评估' : `：${lack}`}
            </Box>
          )}
        </Box>
      ))}
      {related.length === 0 && <Box sx={note}>还没有申请目标调整。</Box>}
      {!isApproved && <Box sx={note}>目标还没有批复，不能申请调整；请先在目标审核中修改。</Box>}
      {isApproved && !isUnderWay && may(by, 'open-adjustment') && (
        <Button
          variant="outlined"
          onClick={() =>
            attempt(async () => {
              const { id } = await openAdjustment(goalId, by)
              await navigate(`/goals/adjustments/${id}`)
            })
          }
        >
          申请目标调整
        </Button>
      )}
      <Box sx={note}>
        目标发生重大变化的，须经绩效评估后方可作预算调整。依据：巴财〔2020〕38号 三（二）2〔源〕
      </Box>
    </Box>
  )
}

function StateWord({ adjustment }: { adjustment: Adjustment }) {
  const { state } = adjustment
  const look =
    state === 'applied'
      ? { shape: '●', colour: colours.ok }
      : state === 'refused'
        ? { shape: '■', colour: colours.alarm }
        : { shape: '◆', colour: colours.excess }
  return (
    <Box sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {adjustmentStates[state]}
    </Box>
  )
}
