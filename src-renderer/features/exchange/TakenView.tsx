import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { exportReceipt } from '#actions/export-receipt'
import { desktop } from '#desktop'
import { type PackageRecord, purposes } from '#domain/exchange/package'
import { useSession } from '#session'
import { useToast } from '#ui/Toast.tsx'
import { Away, Notice } from './IncomingFile.tsx'
import type { Lying } from './inbox.ts'
import { ReceiptPart } from './ReceiptPart.tsx'

/** Done: what became of it, the receipt for the way back, and where to go on. */
export function TakenView({ file, record }: { file: Lying; record: PackageRecord }) {
  const { book, books, by, dataKey, openBook } = useSession()
  const isCountys = books.some(({ id, collected }) => id === record.bookId && collected)
  const { attempt, say } = useToast()
  const { taken = 0, deleted = 0 } = record.receipt?.counts ?? {}
  const what = `${record.peer.name}的第 ${record.sequence} 号${purposes[record.purpose]}`
  const isRefused = record.state === 'refused'
  function receipt() {
    attempt(async () => {
      const made = await exportReceipt(record.id, dataKey, by)
      const saved = await desktop.saveFile(made.name, made.bytes)
      if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。请随原介质交还发送单位。`)
    })
  }
  return (
    <Notice>
      <Alert severity={isRefused ? 'warning' : 'success'}>
        {isRefused
          ? `已退回${what}，没有写入任何内容。请导出回执交还对方。`
          : taken + deleted === 0
            ? `已登记收到${what}，没有要写入的内容。请导出回执交还对方。`
            : `已导入${what}，写入 ${taken} 条。请导出回执交还对方。`}
      </Alert>
      {record.receipt && <ReceiptPart record={record} receipt={record.receipt} />}
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Button variant="contained" disabled={dataKey === null} onClick={receipt}>
          导出回执
        </Button>
        {!isRefused && record.bookId !== book.id && (
          <Button variant="outlined" onClick={() => openBook(record.bookId)}>
            {isCountys ? `查看${record.peer.name}的账套` : `打开 ${record.year} 年度账套`}
          </Button>
        )}
        {!isRefused && record.bookId === book.id && (
          <Button variant="outlined" component={Link} to="/">
            去办待办
          </Button>
        )}
        <Button variant="outlined" component={Link} to={`/exchange/packages/${record.id}`}>
          查看台账
        </Button>
        <Away file={file} />
      </Box>
    </Notice>
  )
}
