import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { undoExecutionImport } from '#actions/undo-execution-import'
import type { ExecutionImport } from '#domain/execution/execution'
import { formatWan } from '#domain/money'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { executionImportsOf } from '#storage/executions'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { momentText } from '#ui/moment-text'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'

/** 导入记录: what came when from which file; the newest can be taken back. */
export function ImportRecords() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const records = useLiveQuery(() => executionImportsOf(book.id), [book.id])
  const [asked, setAsked] = useState<ExecutionImport | null>(null)
  if (!records) return null
  if (records.length === 0) return <EmptyState text="还没有导入过国库台账。" />
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', bgcolor: 'background.paper' }}>
      <Box component="table" aria-label="导入记录" sx={tableStyle}>
        <thead>
          <tr>
            <th scope="col">导入时间</th>
            <th scope="col">内容</th>
            <th scope="col">文件</th>
            <th scope="col" className="figure">
              新增 / 变更（行）
            </th>
            <th scope="col" className="figure">
              未对应（行）
            </th>
            <th scope="col" className="figure">
              累计支出（万元）
            </th>
            <th scope="col">经办</th>
            <th scope="col">
              <span>状态</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <td>{momentText(record.at)}</td>
              <td>{record.name}</td>
              <td title={record.files.join('\n')}>
                {record.files[0]}
                {record.files.length > 1 && ` 等 ${record.files.length} 个`}
              </td>
              <td className="figure">
                {record.added.length} / {record.replaced.length}
              </td>
              <td className="figure">{record.unmatched}</td>
              <td className="figure">{formatWan(record.paid)}</td>
              <td>{record.by}</td>
              <td>
                {record.undoneAt !== '' && (
                  <Box sx={{ color: colours.secondary }}>已撤销 {momentText(record.undoneAt)}</Box>
                )}
                {record.undoneAt === '' && may(by, 'undo-execution-import') && (
                  <Button size="small" onClick={() => setAsked(record)}>
                    撤销
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
      {asked && (
        <ConfirmDialog
          open
          dangerous
          title={`撤销导入：${asked.name}`}
          action={`撤销 ${asked.added.length + asked.replaced.length} 行`}
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            const record = asked
            setAsked(null)
            attempt(async () => {
              await undoExecutionImport(record.id, by)
              say(`已撤销${record.name}的导入，预算执行恢复到导入之前。`)
            })
          }}
        >
          新增的 {asked.added.length} 行将删除，变更的 {asked.replaced.length}{' '}
          行恢复为导入前的数。之后的导入改过这些行的，要先撤销之后的那一次。
        </ConfirmDialog>
      )}
    </Box>
  )
}

const tableStyle = {
  ...{ width: '100%', borderCollapse: 'collapse', fontSize: 13 },
  '& th, & td': { height: 34, px: 3, textAlign: 'left', borderBottom: 1, borderColor: 'divider' },
  '& th': { bgcolor: colours.head, fontWeight: 600, whiteSpace: 'nowrap' },
  '& .figure': { textAlign: 'right', whiteSpace: 'nowrap' },
} as const
