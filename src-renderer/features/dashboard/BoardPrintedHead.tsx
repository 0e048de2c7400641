import { asOfText, type Board } from '#domain/dashboard/board'
import { monthsText } from '#domain/monitoring/round'
import { useSession } from '#session'
import { PrintedHead } from '#ui/PrintedHead.tsx'

/** Of which year, bureau and months a printed board is, and until when its data go. */
export function BoardPrintedHead({ board }: { board: Board }) {
  const { office } = useSession().book.identity
  return (
    <PrintedHead
      title={`${board.year} 年 ${monthsText(board.filter.month)}绩效监控看板`}
      note={[office, board.scope, asOfText(board)].filter(Boolean).join('　')}
    />
  )
}
