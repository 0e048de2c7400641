import { parseDecimal } from '#domain/monitoring/ratio'
import { ReadField } from '#ui/ReadField.tsx'

/** A score typed in points with up to two decimals, kept in hundredths; '' follows what is before it. */
export function PointsField(props: {
  label: string
  hint?: string
  most: number
  value: number | null
  readOnly: boolean
  onCommit: (points: number | null) => void
}) {
  return (
    <ReadField
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      align="right"
      value={props.value === null ? '' : String(props.value / 100)}
      readOnly={props.readOnly}
      take={(text) => {
        const points = text.trim() === '' ? null : hundredthsOf(text)
        if (points === undefined || (points ?? 0) > props.most)
          return `没有保存。请填 0 到 ${props.most / 100} 的数字，最多两位小数。`
        props.onCommit(points)
        return ''
      }}
    />
  )
}

function hundredthsOf(text: string): number | undefined {
  const value = parseDecimal(text)
  if (value === null || value.of < 0n || (value.of * 100n) % value.to !== 0n) return undefined
  return Number((value.of * 100n) / value.to)
}
