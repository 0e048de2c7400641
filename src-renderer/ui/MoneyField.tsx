import { type Fen, formatWanExact, parseMoney } from '#domain/money'
import { amountFault } from './amount-fault.ts'
import { ReadField } from './ReadField.tsx'
import type { FieldProps } from './TextField.tsx'

/** An amount in 万元; 元 or 亿元 may be written behind the number. What is no amount stays visible and says so. */
export function MoneyField(
  props: FieldProps & { value: Fen | null; onCommit: (amount: Fen | null) => void; onTyping?: () => void },
) {
  const { onCommit, ...field } = props
  return (
    <ReadField
      {...field}
      align="right"
      hint={props.hint ?? '万元'}
      value={formatWanExact(props.value)}
      take={(text) => {
        const amount = parseMoney(text, '万元')
        const isRead = amount !== null || text.trim() === ''
        onCommit(isRead ? amount : props.value)
        return isRead ? '' : amountFault(text)
      }}
    />
  )
}
