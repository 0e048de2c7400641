import { ReadField } from './ReadField.tsx'

/** How often or how many: a whole number from 0 on; '' is null, unless a number is needed. */
export function CountField(props: {
  label: string
  value: number | null
  readOnly?: boolean
  most?: number
  isNeeded?: boolean
  onCommit: (count: number | null) => void
}) {
  const { most = Number.MAX_SAFE_INTEGER } = props
  return (
    <ReadField
      label={props.label}
      align="right"
      value={props.value === null ? '' : String(props.value)}
      readOnly={props.readOnly ?? false}
      take={(text) => {
        const count = countOf(text)
        if (count === undefined || (count ?? 0) > most || (count === null && props.isNeeded))
          return props.most === undefined
            ? '没有保存。请填整数，如 2。'
            : `没有保存。请填 0 到 ${most} 的整数。`
        props.onCommit(count)
        return ''
      }}
    />
  )
}

/** undefined: no whole number. */
function countOf(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return null
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}
