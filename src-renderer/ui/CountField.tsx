import { ReadField } from './ReadField.tsx'
import type { FieldProps } from './TextField.tsx'

type Taking =
  | { isNeeded: true; value: number; onCommit: (count: number) => void }
  | { isNeeded?: false; value: number | null; onCommit: (count: number | null) => void }

/** How often or how many: a whole number from `least` on; '' is null, unless a number is needed. */
export function CountField({
  value,
  isNeeded,
  onCommit,
  least = 0,
  most = Number.MAX_SAFE_INTEGER,
  ...field
}: FieldProps & Taking & { least?: number; most?: number; placeholder?: string }) {
  return (
    <ReadField
      {...field}
      align="right"
      value={value === null ? '' : String(value)}
      take={(text) => {
        const count = countOf(text)
        if (count !== null && count >= least && count <= most) onCommit(count)
        else if (!isNeeded && text.trim() === '') onCommit(null)
        else
          return most === Number.MAX_SAFE_INTEGER
            ? '没有保存。请填整数，如 2。'
            : `没有保存。请填 ${least} 到 ${most} 的整数。`
        return ''
      }}
    />
  )
}

/** With what is counted behind it or not; null where it is no whole number. */
function countOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  const digits = /^(\d{1,9})[人份年次个天%]?$/.exec(plain)?.[1]
  return digits === undefined ? null : Number(digits)
}
