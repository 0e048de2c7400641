import { useState } from 'react'
import type { Problem } from '#domain/problem'
import { TextField, type TextFieldProps } from './TextField.tsx'

/** A field whose text must be understood to be kept: what is not stays in sight, says why, and holds the page. */
export function ReadField({
  take,
  ...props
}: Omit<TextFieldProps, 'onCommit' | 'isUnread'> & {
  /** Why the text is not kept; '' where it is. */
  take: (text: string) => string
}) {
  const [unread, setUnread] = useState<{ text: string; why: string } | null>(null)
  const fault = (message: string): Problem => ({
    code: 'unread',
    severity: 'error',
    at: props.field ?? '',
    message,
    clause: '',
    suggestion: '',
  })
  return (
    <TextField
      {...props}
      isUnread={unread !== null}
      problems={unread ? [fault(unread.why)] : (props.problems ?? [])}
      value={unread?.text ?? props.value}
      onCommit={(text) => {
        const why = take(text)
        setUnread(why === '' ? null : { text, why })
      }}
    />
  )
}
