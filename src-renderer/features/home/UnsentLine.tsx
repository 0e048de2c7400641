import { type Unsent, unsentText } from '#domain/exchange/unsent'
import { LedLine } from './LedLine.tsx'

/** At a unit: what it handed in stays on this machine until a 上报包 takes it along. */
export function UnsentLine({ unsent }: { unsent: Unsent }) {
  return (
    <LedLine isFirst verb="生成上报包" to="/exchange/send">
      {unsentText(unsent)}已办好，还没有上报
    </LedLine>
  )
}
