import { useState } from 'react'
import { type Fen, formatWanExact, parseMoney } from '#domain/money'
import type { Problem } from '#domain/problem'
import { type FieldProps, TextField } from './TextField.tsx'

/** An amount in 万元; 元 or 亿元 may be written behind the number. What is no amount stays visible and says so. */
export function MoneyField(
  props: FieldProps & { value: Fen | null; onCommit: (amount: Fen | null) => void; onTyping?: () => void },
) {
  const [unread, setUnread] = useState<string | null>(null)
  const fault: Problem = {
    code: 'amount-unread',
    severity: 'error',
    at: '',
    message: '不是一个金额，没有保存。请填数字，如 320.50（万元），也可写 3205000元。',
    clause: '',
    suggestion: '',
  }
  return (
    <TextField
      {...props}
      align="right"
      hint={props.hint ?? '万元'}
      problems={unread === null ? (props.problems ?? []) : [fault]}
      value={unread ?? formatWanExact(props.value)}
      onCommit={(text) => {
        const amount = text.trim() === '' ? null : parseMoney(text, '万元')
        const isRead = amount !== null || text.trim() === ''
        setUnread(isRead ? null : text)
        props.onCommit(isRead ? amount : props.value)
      }}
    />
  )
}
