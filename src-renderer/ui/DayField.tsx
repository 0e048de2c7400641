import { isDay, parseDay } from '#domain/dates'
import type { Problem } from '#domain/problem'
import { type FieldProps, TextField } from './TextField.tsx'

const fault: Problem = {
  code: 'day-unfit',
  severity: 'error',
  at: '',
  message: '看不懂这个日期，应如 2026-09-08。',
  clause: '',
  suggestion: '',
}

/** A day in any usual writing, kept as 2026-09-08; what is no day stays in sight and says so. */
export function DayField(
  props: Pick<FieldProps, 'label' | 'readOnly' | 'hideLabel'> & {
    value: string
    placeholder?: string
    onCommit: (day: string) => void
  },
) {
  const isFine = props.value === '' || isDay(props.value)
  return (
    <TextField
      {...props}
      placeholder={props.placeholder ?? '如 2026-09-08'}
      problems={isFine ? [] : [fault]}
      onCommit={(text) => props.onCommit(parseDay(text) || text.trim())}
    />
  )
}
