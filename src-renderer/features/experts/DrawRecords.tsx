import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Draw } from '#domain/experts/draw'
import { membersOf } from '#domain/experts/draw-record'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { drawsOf } from '#storage/draws'
import { allExperts } from '#storage/experts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { momentText } from '#ui/moment-text'
import { DrawDialog } from './DrawDialog.tsx'
import { DrawPanel } from './DrawPanel.tsx'
import { ExpertViews } from './ExpertViews.tsx'
import { nameStyle } from './styles.ts'

/** Every draw of the book: kept whatever came of it. */
export function DrawRecords() {
  const { book, by } = useSession()
  const draws = useLiveQuery(() => drawsOf(book.id), [book.id])
  const experts = useLiveQuery(() => allExperts(book.demo), [book.demo])
  const [params, setParams] = useSearchParams()
  const [isDrawing, setDrawing] = useState(false)
  if (!draws || !experts) return null
  const opened = draws.find(({ id }) => id === params.get('open')) ?? null
  const open = (id: string) =>
    setParams(id === '' ? { view: 'draws' } : { view: 'draws', open: id }, { replace: true })
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 4 }}>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 3 }}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
          <ExpertViews here="draws" />
          <Box role="status" sx={{ flex: 1, fontSize: 13, color: 'text.secondary' }}>
            共 {draws.length} 次，抽取记录不能修改或删除
          </Box>
          {may(by, 'draw-experts') && (
            <Button variant="contained" onClick={() => setDrawing(true)}>
              抽取专家
            </Button>
          )}
        </Box>
        {draws.length === 0 ? (
          <EmptyState text="本账套还没有抽取过专家。点“抽取专家”，填写评审项目和各领域人数。" />
        ) : (
          <DrawTable draws={draws} openId={opened?.id ?? ''} onOpen={open} />
        )}
      </Box>
      {opened && <DrawPanel key={opened.id} draw={opened} experts={experts} onClose={() => open('')} />}
      {isDrawing && <DrawDialog experts={experts} onClose={() => setDrawing(false)} />}
    </Box>
  )
}

function DrawTable(props: { draws: readonly Draw[]; openId: string; onOpen: (id: string) => void }) {
  return (
    <Paper variant="outlined" sx={{ overflow: 'auto', minHeight: 0 }}>
      <Table size="small" stickyHeader aria-label="抽取记录">
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: 136 }}>时间</TableCell>
            <TableCell>评审项目</TableCell>
            <TableCell sx={{ width: 170 }}>名单</TableCell>
            <TableCell sx={{ width: 84, textAlign: 'right' }}>可抽（人）</TableCell>
            <TableCell sx={{ width: 90 }}>经办人</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.draws.map((draw) => (
            <TableRow key={draw.id} hover selected={draw.id === props.openId}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{momentText(draw.at)}</TableCell>
              <TableCell>
                <Box component="button" type="button" onClick={() => props.onOpen(draw.id)} sx={nameStyle}>
                  {draw.subject}
                </Box>
                <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{draw.request.unitName}</Box>
              </TableCell>
              <TableCell>
                {membersOf(draw)
                  .map(({ name }) => name)
                  .join('、')}
              </TableCell>
              <TableCell sx={{ textAlign: 'right' }}>{draw.pool.length}</TableCell>
              <TableCell>{draw.by}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}
