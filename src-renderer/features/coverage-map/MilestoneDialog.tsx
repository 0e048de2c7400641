import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { discardMilestone } from '#actions/discard-milestone'
import { saveMilestone } from '#actions/save-milestone'
import {
  emptyMilestone,
  type MilestoneContent,
  milestoneLevels,
  milestoneParts,
  milestoneProblems,
  milestoneStates,
} from '#domain/coverage-map/milestone'
import type { RoadTarget } from '#domain/coverage-map/road'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { problemsAt } from '#domain/problem'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { DayField } from '#ui/DayField.tsx'
import { ReadField } from '#ui/ReadField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'

/** Says where a target stands; one of the bureau's own is written here altogether. `target` null is a new one. */
export function MilestoneDialog(props: {
  target: RoadTarget | null
  year: number
  bookId: string
  by: Actor
  onClose: () => void
}) {
  const { target, bookId, by, onClose } = props
  const { attempt, say } = useToast()
  const [content, setContent] = useState<MilestoneContent>(() => contentOf(target, props.year))
  const [isTried, setTried] = useState(false)
  const isShipped = content.shippedId !== ''
  const problems = isTried ? milestoneProblems(content) : []
  const at = (field: string) => problemsAt(problems, field)
  const kept = target?.kept ?? null
  function change(part: Partial<MilestoneContent>) {
    setContent((before) => ({ ...before, ...part }))
  }
  function save() {
    setTried(true)
    if (milestoneProblems(content).length > 0) return
    attempt(async () => {
      await saveMilestone(bookId, kept, content, by)
      say('已登记路线图目标的情况。')
      onClose()
    })
  }
  function discard() {
    if (!kept) return
    attempt(async () => {
      await discardMilestone(kept.id, kept.revision, by)
      say(isShipped ? '已撤销登记，状态按数据显示。' : '已删除本局的目标。')
      onClose()
    })
  }
  return (
    <ConfirmDialog
      open
      title={target ? '登记目标情况' : '新建本局目标'}
      action="保存"
      onCancel={onClose}
      onConfirm={save}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        {isShipped ? (
          <Box sx={{ gridColumn: '1 / -1' }}>
            {content.text}（{content.clause}）
          </Box>
        ) : (
          <>
            <TextField
              wide
              label="目标内容"
              lines={2}
              value={content.text}
              problems={at('text')}
              onCommit={(text) => change({ text })}
            />
            <ReadField
              label="目标年度"
              value={content.year === 0 ? '' : String(content.year)}
              problems={at('year')}
              take={(text) => {
                const year = /^(\d{4})年?$/.exec(text.normalize('NFKC').trim())?.[1]
                if (year === undefined) return '没有保存。请填年度，如 2027。'
                change({ year: Number(year) })
                return ''
              }}
            />
            <ChoiceField
              label="方面"
              choices={milestoneParts}
              value={content.part}
              onCommit={(part) => part !== '' && change({ part })}
            />
            <ChoiceField
              label="级次"
              choices={milestoneLevels}
              value={content.level}
              onCommit={(level) => level !== '' && change({ level })}
            />
            <TextField label="依据" value={content.clause} onCommit={(clause) => change({ clause })} />
          </>
        )}
        <ChoiceField
          label="状态"
          choices={milestoneStates}
          blank={target?.measured ? '按数据' : '未登记'}
          value={content.state}
          onCommit={(state) => change({ state })}
        />
        <DayField
          label="完成日期"
          edge="last"
          value={content.doneOn}
          problems={at('doneOn')}
          onCommit={(doneOn) => change({ doneOn })}
        />
        <TextField
          wide
          label="情况说明"
          lines={3}
          value={content.note}
          problems={at('note')}
          onCommit={(note) => change({ note })}
        />
      </Box>
      {kept && may(by, 'discard-milestone') && (
        <Button size="small" color="error" onClick={discard} sx={{ mt: 2 }}>
          {isShipped ? '撤销登记' : '删除这个目标'}
        </Button>
      )}
    </ConfirmDialog>
  )
}

function contentOf(target: RoadTarget | null, year: number): MilestoneContent {
  if (!target) return emptyMilestone(year)
  const { shippedId, level, part, text, clause, note, doneOn, kept } = target
  return { shippedId, year: target.year, level, part, text, clause, note, doneOn, state: kept?.state ?? '' }
}
