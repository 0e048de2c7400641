import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { goalFlow } from '#domain/goals/flow'
import { addUp, formatWan } from '#domain/money'
import { duties } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { stepsFrom } from '#domain/workflow'
import { useSession } from '#session'
import type { GoalRow } from '#storage/goals'
import { passableRows } from '#storage/passable-goals'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { colours } from '#ui/theme'
import { ReviewBench } from './ReviewBench.tsx'
import { useQueue } from './review-queue.ts'
import { useReviewSteps } from './review-steps.ts'

/** Of the rows, those at the state of the first that 体检 has nothing against. */
function isUnfaulted({ status, health }: GoalRow, _at: number, [first]: readonly GoalRow[]): boolean {
  return status === first?.status && health.errors + health.warnings === 0
}

/** 审核: one goal after the other, by keyboard; what is clean can be passed together. */
export function ReviewLanePage() {
  const { book, by } = useSession()
  const [batch, setBatch] = useState(false)
  const rows = useQueue(book, by)
  const steps = useReviewSteps()

  const first = rows?.[0]
  const forward = first && stepsFrom(goalFlow, first.status, by).find((step) => !step.back)
  const unfaulted = useMemo(() => rows?.filter(isUnfaulted) ?? [], [rows])
  const [known] = useState(() => new Map<string, boolean>())
  const found = useLiveQuery(
    async () => (forward ? await passableRows(unfaulted, forward.id, known) : []),
    [unfaulted, forward, known],
  )

  if (!rows) return null
  const duty = duties[by.duty].name
  // What was found of the queue before this one is not offered: a part of it may have gone.
  const here = new Set(unfaulted.map(({ id }) => id))
  const clean = found?.filter(({ id }) => here.has(id)) ?? []
  const ungraded = found ? unfaulted.length - clean.length : 0
  const total = rows.length + steps.done
  const amount = formatWan(addUp(rows.map((row) => row.total)))

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title="审核"
        trail="绩效目标"
        note={`${duty}：已办 ${steps.done} / ${total}，待办 ${rows.length} 个，${amount} 万元`}
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
      {rows.length > 0 ? (
        <ReviewBench rows={rows} steps={steps} />
      ) : (
        <EmptyState text={`没有等待“${duty}”审核的目标。可在右上角切换职责，或回到首页看其他待办。`}>
          <Button variant="outlined" component={Link} to="/">
            回到首页
          </Button>
        </EmptyState>
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
          {ungraded > 0 && `另有 ${ungraded} 个重点项目的审核等级没有评定或不够，不在其中。`}
          预算关口未开的会留下，逐个说明原因。
        </ConfirmDialog>
      )}
    </Box>
  )
}
