import { isDay, parseDay } from '#domain/dates'
import type { Problem } from '#domain/problem'
import { ReadField } from './ReadField.tsx'
import type { FieldProps } from './TextField.tsx'

const fault: Problem = {
  code: 'day-unfit',
  severity: 'error',
  at: '',
  message: '看不懂这个日期，应如 2026-09-08。',
  clause: '',
  suggestion: '',
}

/** What is wrong with what stands for a day. */
export function dayFaults(text: string): readonly Problem[] {
  return text === '' || isDay(text) ? [] : [fault]
}

/** A day in any usual writing, kept as 2026-09-08; what is no day stays in sight and is not kept. */
export function DayField({
  edge = 'first',
  isNeeded = false,
  onCommit,
  ...props
}: FieldProps & {
  value: string
  placeholder?: string
  /** Which day of a month or a year that is written without one. */
  edge?: 'first' | 'last'
  isNeeded?: boolean
  onCommit: (day: string) => void
}) {
  // What an import or an older version brought may be no day.
  const [unfit] = dayFaults(props.value)
  return (
    <ReadField
      {...props}
      placeholder={props.placeholder ?? '如 2026-09-08'}
      problems={unfit ? [unfit] : (props.problems ?? [])}
      take={(text) => {
        const day = parseDay(text, edge)
        if (day === '' && (isNeeded || text.trim() !== '')) return '没有保存。请填日期，如 2026-09-08。'
        onCommit(day)
        return ''
      }}
    />
  )
}
