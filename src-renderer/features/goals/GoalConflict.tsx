import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { diffContent } from '#domain/goals/compare'
import { isEditable } from '#domain/goals/flow'
import type { Goal, GoalContent } from '#domain/goals/goal'
import { goalById } from '#storage/goals'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { clock } from './GoalHead.tsx'
import type { Saver } from './goal-saver.ts'

/** The goal was changed elsewhere (another window, an import): what differs, and which of the two to keep. */
export function GoalConflict(props: {
  goal: Goal
  content: GoalContent
  saver: Saver
  onReload: () => void
}) {
  const [stored, setStored] = useState<Goal | null>(null)
  const { attempt } = useToast()
  useEffect(() => {
    attempt(async () => setStored(await goalById(props.goal.id)))
  }, [props.goal.id, attempt])
  if (!stored) return null
  const changes = diffContent(stored, props.content)
  const mayOverwrite = isEditable(stored.status)
  return (
    <Box
      role="alert"
      sx={{ px: 4, py: 3, fontSize: 13, bgcolor: '#FDF1F1', borderBottom: 1, borderColor: '#EBC2C2' }}
    >
      <Box sx={{ fontWeight: 600, color: colours.alarm }}>
        ■ {stored.changedBy} 在 {clock(stored.changedAt)} 改过这个目标，您的修改还在屏幕上，没有写入。
      </Box>
      <Box component="ul" sx={{ my: 1, pl: 5, maxHeight: 100, overflow: 'auto' }}>
        {changes.map((change) => (
          <li key={change.field}>
            {change.label}：那边“{change.from || '空'}”，屏幕上“{change.to || '空'}”
          </li>
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button size="small" variant="outlined" onClick={props.onReload}>
          用那边的内容，放弃我的修改
        </Button>
        <Button
          size="small"
          variant="outlined"
          disabled={!mayOverwrite}
          onClick={() => props.saver.retry(stored.revision)}
        >
          {mayOverwrite ? '用屏幕上的内容覆盖' : '那边已送审或批复，不能覆盖'}
        </Button>
      </Box>
    </Box>
  )
}
