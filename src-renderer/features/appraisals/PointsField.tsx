import { parseDecimal } from '#domain/monitoring/ratio'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'

/** A score typed in points with up to two decimals, kept in hundredths; '' follows what is before it. */
export function PointsField(props: {
  label: string
  hint?: string
  most: number
  value: number | null
  readOnly: boolean
  onCommit: (points: number | null) => void
}) {
  const { say } = useToast()
  function commit(text: string) {
    if (text.trim() === '') {
      props.onCommit(null)
      return
    }
    const value = parseDecimal(text)
    const isFine = value !== null && (value.of * 100n) % value.to === 0n
    const points = isFine && value ? Number((value.of * 100n) / value.to) : -1
    if (points < 0 || points > props.most)
      say({ text: `得分应在 0 到 ${props.most / 100} 之间，最多两位小数；没有保存。`, severity: 'warning' })
    else props.onCommit(points)
  }
  return (
    <TextField
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      align="right"
      value={props.value === null ? '' : String(props.value / 100)}
      readOnly={props.readOnly}
      onCommit={commit}
    />
  )
}
