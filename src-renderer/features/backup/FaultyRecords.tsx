import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { Link } from 'react-router'
import type { FaultyRecord, RecordsVerdict } from '#backup/records-check'
import { exchangeTables } from '#domain/exchange/contents'
import { recordPage } from '#domain/record-page'
import { keptTables } from '#exchange/records/kept'
import { useSession } from '#session'
import { copyText } from '#ui/clipboard'
import { useToast } from '#ui/Toast.tsx'

/** So many are drawn; the copied list has them all. */
const mostDrawn = 100

const tableNames: Readonly<Record<FaultyRecord['table'], string>> = {
  ...exchangeTables,
  ...keptTables,
  regulations: '制度',
}

/** Records that are not what they should be: where each lies, what is wrong in it, and the way to it. */
export function FaultyRecords({ verdict }: { verdict: RecordsVerdict }) {
  const { book, books } = useSession()
  const { say } = useToast()
  const names = new Map(books.map(({ id, name }) => [id, name]))
  const bookOf = ({ bookId }: FaultyRecord) =>
    bookId === '' ? '本机' : (names.get(bookId) ?? '已不在的账套')
  const drawn = verdict.shown.slice(0, mostDrawn)

  function copy() {
    const lines = verdict.shown.map((each) =>
      [bookOf(each), tableNames[each.table], each.name, each.id, wrong(each), each.place].join('\t'),
    )
    const head = ['账套', '类别', '记录', '编号', '问题', '位置'].join('\t')
    if (copyText([head, ...lines].join('\n'))) say('已复制清单，可粘贴到表格里。')
  }

  return (
    <>
      <Alert
        severity="error"
        action={
          <Button color="inherit" size="small" onClick={copy}>
            复制清单
          </Button>
        }
      >
        {verdict.checked.toLocaleString('zh-CN')} 条记录中有 {verdict.faulty.toLocaleString('zh-CN')}{' '}
        条内容不合格式，没有自动改动。能打开的请点开核对，改正后保存；打不开或改不回来的，先“立即备份”，再用它还完好时的备份恢复
        （备份的“校验”会一并检查其中的记录）。
      </Alert>
      <Table size="small" aria-label="内容不合格式的记录">
        <TableHead>
          <TableRow>
            <TableCell>账套</TableCell>
            <TableCell>类别</TableCell>
            <TableCell>记录</TableCell>
            <TableCell>问题</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {drawn.map((each) => {
            const page = each.bookId === book.id ? recordPage(each.table, each.id) : null
            return (
              <TableRow key={`${each.table} ${each.id}`}>
                <TableCell>{bookOf(each)}</TableCell>
                <TableCell>{tableNames[each.table]}</TableCell>
                <TableCell>{page === null ? each.name : <Link to={page}>{each.name}</Link>}</TableCell>
                <TableCell sx={{ wordBreak: 'break-all' }}>{wrong(each)}</TableCell>
              </TableRow>
            )
          })}
          {verdict.faulty > drawn.length && (
            <TableRow>
              <TableCell colSpan={4}>
                还有 {verdict.faulty - drawn.length} 条，“复制清单”可取前 500 条。
              </TableCell>
            </TableRow>
          )}
        </TableBody>
      </Table>
    </>
  )
}

function wrong({ isMissing, place }: FaultyRecord): string {
  if (place === '') return '整条记录不合格式'
  return isMissing ? `缺少内容（字段 ${place}）` : `内容不合格式（字段 ${place}）`
}
