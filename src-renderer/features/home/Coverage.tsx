import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import { budgetBooks, objectKinds } from '#domain/goals/goal'
import { addUp, formatWan, formatWanExact } from '#domain/money'
import type { GoalRow } from '#storage/goals'

const figure = { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } as const

/** 全方位、全覆盖: four budgets × four kinds of object, so that an empty field is seen. */
export function Coverage({ rows }: { rows: readonly GoalRow[] }) {
  const books = Object.entries(budgetBooks)
  const kinds = Object.entries(objectKinds)
  return (
    <Paper variant="outlined" component="section" aria-label="四本预算覆盖情况" sx={{ overflow: 'hidden' }}>
      <Box sx={{ p: 3, pb: 2 }}>
        <Typography variant="h2">四本预算覆盖情况</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          目标个数；— 表示还没有目标
        </Typography>
      </Box>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>预算</TableCell>
            {kinds.map(([kind, name]) => (
              <TableCell key={kind} sx={figure}>
                {name}
              </TableCell>
            ))}
            <TableCell sx={figure}>合计</TableCell>
            <TableCell sx={figure}>申报（万元）</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {books.map(([book, bookName]) => {
            const inBook = rows.filter((row) => row.book === book)
            return (
              <TableRow key={book}>
                <TableCell component="th" scope="row">
                  {bookName}
                </TableCell>
                {kinds.map(([kind]) => (
                  <TableCell key={kind} sx={figure}>
                    <Count
                      count={inBook.filter((row) => row.kind === kind).length}
                      to={`/goals?book=${book}&kind=${kind}`}
                    />
                  </TableCell>
                ))}
                <TableCell sx={figure}>
                  <Count count={inBook.length} to={`/goals?book=${book}`} />
                </TableCell>
                <Money rows={inBook} />
              </TableRow>
            )
          })}
          <TableRow sx={{ '& > *': { fontWeight: 600, borderBottom: 0 } }}>
            <TableCell component="th" scope="row">
              合计
            </TableCell>
            {kinds.map(([kind]) => (
              <TableCell key={kind} sx={figure}>
                <Count count={rows.filter((row) => row.kind === kind).length} to={`/goals?kind=${kind}`} />
              </TableCell>
            ))}
            <TableCell sx={figure}>
              <Count count={rows.length} to="/goals" />
            </TableCell>
            <Money rows={rows} />
          </TableRow>
        </TableBody>
      </Table>
    </Paper>
  )
}

/** Rounded as lists are; to the 分 on hover. */
function Money({ rows }: { rows: readonly GoalRow[] }) {
  const sum = addUp(rows.map(({ total }) => total))
  if (rows.length === 0) return <TableCell sx={figure}>—</TableCell>
  return (
    <TableCell sx={figure} title={`${formatWanExact(sum)} 万元`}>
      {formatWan(sum)}
    </TableCell>
  )
}

function Count({ count, to }: { count: number; to: string }) {
  if (count === 0) return '—'
  return <Link to={to}>{count.toLocaleString('zh-CN')}</Link>
}
