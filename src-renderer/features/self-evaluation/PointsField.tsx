import { formatWeight, parseWeight } from '#domain/goals/weights'
import { ReadField } from '#ui/ReadField.tsx'
import type { FieldProps } from '#ui/TextField.tsx'

/** Points with at most two decimals, in hundredths; what is no score stays visible and says so. */
export function PointsField(
  props: FieldProps & { value: number | null; onCommit: (points: number | null) => void },
) {
  const { onCommit, ...field } = props
  return (
    <ReadField
      {...field}
      align="right"
      value={formatWeight(props.value)}
      take={(text) => {
        const points = parseWeight(text)
        if (points === null && text.trim() !== '') return '不是一个分数，没有保存。请填数字，如 8.5。'
        onCommit(points)
        return ''
      }}
    />
  )
}
