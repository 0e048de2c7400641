import { parseDay } from '#domain/dates'
import type { Problem } from '#domain/problem'
import type { RegisterField } from '#domain/supervision/register-kinds'
import { MoneyField } from '#ui/MoneyField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'

/** One field of a kind, written as its type asks. */
export function EntryField(props: {
  field: RegisterField
  value: string
  readOnly: boolean
  problems: readonly Problem[]
  onCommit: (value: string) => void
}) {
  const { field, value, onCommit } = props
  const { name: label, type, hint } = field
  const shared = { label, readOnly: props.readOnly, problems: props.problems, ...(hint ? { hint } : {}) }
  if (type === 'choice')
    return (
      <ChoiceField
        {...shared}
        value={value}
        choices={field.choices ?? {}}
        blank="请选择"
        onCommit={onCommit}
      />
    )
  if (type === 'money')
    return (
      <MoneyField
        {...shared}
        value={/^\d+$/.test(value) ? Number(value) : null}
        onCommit={(amount) => onCommit(amount === null ? '' : `${amount}`)}
      />
    )
  return (
    <TextField
      {...shared}
      value={value}
      {...(type === 'lines' ? { lines: 2 } : {})}
      {...(type === 'count' ? { align: 'right' as const } : {})}
      onCommit={(text) => onCommit(type === 'day' ? parseDay(text, 'last') || text.trim() : text.trim())}
    />
  )
}
