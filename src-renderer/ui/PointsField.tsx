import { formatWeight, parseWeight } from '#domain/goals/weights'
import { ReadField } from './ReadField.tsx'
import type { FieldProps } from './TextField.tsx'

type Taking =
  | { isNeeded: true; value: number; onCommit: (points: number) => void }
  | { isNeeded?: false; value: number | null; onCommit: (points: number | null) => void }

/** Points from 0 on with at most two decimals, in hundredths; '' is null, unless points are needed. */
export function PointsField({
  value,
  isNeeded,
  onCommit,
  most = Number.MAX_SAFE_INTEGER,
  ...field
}: FieldProps & Taking & { most?: number }) {
  return (
    <ReadField
      {...field}
      align="right"
      value={formatWeight(value)}
      take={(text) => {
        const points = parseWeight(text)
        if (points !== null && points >= 0 && points <= most) onCommit(points)
        else if (!isNeeded && text.trim() === '') onCommit(null)
        else
          return most === Number.MAX_SAFE_INTEGER
            ? '没有保存。请填分数，如 8.5。'
            : `没有保存。请填 0 到 ${formatWeight(most)} 的数字，最多两位小数。`
        return ''
      }}
    />
  )
}
