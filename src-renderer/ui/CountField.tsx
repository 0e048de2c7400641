import { ReadField } from '#ui/ReadField.tsx'

/** How often or how many: a whole number from 0 on; '' is null. */
export function CountField(props: {
  label: string
  value: number | null
  readOnly: boolean
  onCommit: (count: number | null) => void
}) {
  return (
    <ReadField
      label={props.label}
      align="right"
      value={props.value === null ? '' : String(props.value)}
      readOnly={props.readOnly}
      take={(text) => {
        const count = text.trim() === '' ? null : Number(text)
        if (count !== null && !(Number.isSafeInteger(count) && count >= 0))
          return '没有保存。请填整数，如 2。'
        props.onCommit(count)
        return ''
      }}
    />
  )
}
