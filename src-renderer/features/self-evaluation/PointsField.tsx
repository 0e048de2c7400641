import { useState } from 'react'
import { formatWeight, parseWeight } from '#domain/goals/weights'
import type { Problem } from '#domain/problem'
import { type FieldProps, TextField } from '#ui/TextField.tsx'

const unreadable: Problem = {
  code: 'points-unread',
  severity: 'error',
  at: '',
  message: '不是一个分数，没有保存。请填数字，如 8.5。',
  clause: '',
  suggestion: '',
}

/** Points with at most two decimals, in hundredths; what is no score stays visible and says so. */
export function PointsField(
  props: FieldProps & { value: number | null; onCommit: (points: number | null) => void },
) {
  const [unread, setUnread] = useState<string | null>(null)
  return (
    <TextField
      {...props}
      align="right"
      problems={unread === null ? (props.problems ?? []) : [unreadable]}
      value={unread ?? formatWeight(props.value)}
      onCommit={(text) => {
        const points = text.trim() === '' ? null : parseWeight(text)
        const isRead = points !== null || text.trim() === ''
        setUnread(isRead ? null : text)
        if (isRead) props.onCommit(points)
      }}
    />
  )
}
