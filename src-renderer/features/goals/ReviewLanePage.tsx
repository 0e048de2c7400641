import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { goalFlow } from '#domain/goals/flow'
import type { GoalStatus } from '#domain/goals/goal'
import { addUp, formatWan } from '#domain/money'
import { duties } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { colours } from '#ui/theme'
import { ReviewDesk } from './ReviewDesk.tsx'
import { ReviewList } from './ReviewList.tsx'
import { useQueue, useRecords } from './review-queue.ts'
import { useReviewSteps } from './review-steps.ts'
import { useAddress } from './use-address.ts'

/** 审核: one goal after the other, by keyboard; what is clean can be passed together. */
export function ReviewLanePage() {
  const { book, by } = useSession()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const [batch, setBatch] = useState(false)
  const [now] = useState(() => new Date().toISOString())
  const rows = useQueue(book, by)
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const unitNames = useMemo(() => new Map(units?.map((unit) => [unit.id, unit.name])), [units])
  const wanted = rows?.findIndex((row) => row.id === address.get('at')) ?? -1
  const index = wanted >= 0 ? wanted : 0
  const current = rows?.[index]
  const record = useRecords(book, current, rows?.[index + 1])
  const steps = useReviewSteps()

  if (!rows || !units) return null
  const clean = rows.filter((row) => row.health.errors + row.health.warnings === 0)
  const total = rows.length + steps.done
  const forward = current ? forwardStep(current.status, by.duty) : undefined

  function go(to: number) {
    const row = rows?.[Math.min(Math.max(to, 0), rows.length - 1)]
    if (row) setInAddress({ at: row.id })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title="审核"
        trail="绩效目标"
        note={`${duties[by.duty].name}：已办 ${steps.done} / ${total}，待办 ${rows.length} 个，${formatWan(addUp(rows.map((row) => row.total)))} 万元`}
      >
        {may(by, 'hold-meeting') && (
          <Button variant="outlined" component={Link} to="/goals/meetings">
            集中会审
          </Button>
        )}
        {forward && clean.length > 0 && (
          <Button variant="contained" onClick={() => setBatch(true)}>
            批量{forward.verb} {clean.length} 个无问题的
          </Button>
        )}
      </PageHead>
      <Box sx={{ height: 3, bgcolor: colours.line, flex: 'none' }} aria-hidden="true">
        <Box
          sx={{ height: 3, width: `${total === 0 ? 0 : (steps.done / total) * 100}%`, bgcolor: colours.ok }}
        />
      </Box>
      {rows.length === 0 ? (
        <EmptyState
          text={`没有等待“${duties[by.duty].name}”审核的目标。可在右上角切换职责，或回到首页看其他待办。`}
        >
          <Button variant="outlined" component={Link} to="/">
            回到首页
          </Button>
        </EmptyState>
      ) : (
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <Box
            sx={{
              width: 264,
              flex: 'none',
              display: 'flex',
              bgcolor: colours.surface,
              borderRight: `1px solid ${colours.line}`,
            }}
          >
            <ReviewList
              rows={rows}
              unitNames={unitNames}
              current={index}
              now={now}
              onChoose={(row) => setInAddress({ at: row.id })}
            />
          </Box>
          {record && current && (
            <ReviewDesk
              key={record.goal.id}
              record={record}
              onNext={() => go(index + 1)}
              onPrevious={() => go(index - 1)}
              onOpen={() => void navigate(`/goals/${current.id}`)}
              onTake={(step, opinion, to) => {
                const following = rows[index + 1] ?? rows[index - 1]
                steps.take(record.goal, step, opinion, to, () => setInAddress({ at: following?.id ?? '' }))
              }}
            />
          )}
        </Box>
      )}
      {forward && (
        <ConfirmDialog
          open={batch}
          title={`批量${forward.verb} ${clean.length} 个目标`}
          action={`${forward.verb} ${clean.length} 个目标`}
          onCancel={() => setBatch(false)}
          onConfirm={() => {
            setBatch(false)
            steps.takeAll(
              clean.map((row) => row.id),
              forward,
            )
          }}
        >
          体检没有错误和关注事项的 {clean.length} 个，共 {formatWan(addUp(clean.map((row) => row.total)))}{' '}
          万元，将一并{forward.verb}，意见记为“体检无问题，批量通过”。
          未评等级的重点项目、预算关口未开的会留下，逐个说明原因。
        </ConfirmDialog>
      )}
    </Box>
  )
}

function forwardStep(
  status: GoalStatus,
  duty: Parameters<typeof stepsFrom>[2],
): WorkflowStep<GoalStatus> | undefined {
  return stepsFrom(goalFlow, status, duty).find((step) => !step.back)
}
