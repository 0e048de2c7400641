import Alert from '@mui/material/Alert'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { VerifiedBackup } from '#backup/open'
import { formatWan } from '#domain/money'
import { momentText } from '#ui/moment-text'
import { faultyText } from './words.ts'

/** What a verified backup holds, as control totals that can be held against paper. */
export function BackupContents({
  verified: { opened, faults, records: inside },
}: {
  verified: VerifiedBackup
}) {
  const { manifest, contents } = opened
  const records = contents.tables.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <Typography>
        {momentText(manifest.madeAt)} 形成，程序 {manifest.program}，共 {records.toLocaleString('zh-CN')}{' '}
        条记录、{contents.attachments.length.toLocaleString('zh-CN')} 个附件。
      </Typography>
      {faults.length === 0 ? (
        <Alert severity="success">已逐项校验：文件完整，控制数相符，操作记录链没有断。</Alert>
      ) : (
        <Alert severity="error">
          {faults.map((fault) =>
            fault.kind === 'totals'
              ? '控制数与内容对不上。'
              : `${fault.bookId === '' ? '本机' : '账套'}操作记录从第 ${fault.faults[0]?.from ?? 1} 条起对不上。`,
          )}
          可能被人改过，或备份时数据已经损坏。
        </Alert>
      )}
      {inside.faulty > 0 && <Alert severity="warning">{faultyText(inside)}</Alert>}
      <Table size="small" aria-label="备份里的账套">
        <TableHead>
          <TableRow>
            <TableCell>账套</TableCell>
            <TableCell align="right">目标（个）</TableCell>
            <TableCell align="right">金额（万元）</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {contents.books.map((book) => (
            <TableRow key={book.id}>
              <TableCell>
                {book.name}
                {book.demo && '（演示）'}
              </TableCell>
              <TableCell align="right">{book.goals.toLocaleString('zh-CN')}</TableCell>
              <TableCell align="right">{formatWan(book.total)}</TableCell>
            </TableRow>
          ))}
          {contents.books.length === 0 && (
            <TableRow>
              <TableCell colSpan={3}>没有账套</TableCell>
            </TableRow>
          )}
        </TableBody>
      </Table>
    </>
  )
}
