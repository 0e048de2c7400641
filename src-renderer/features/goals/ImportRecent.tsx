import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { undoImport } from '#actions/undo-import'
import { useSession } from '#session'
import { type ImportRecord, lastImports } from '#storage/imports'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useToast } from '#ui/Toast.tsx'

const shownCount = 5

/** 最近的导入: where an import can still be taken back. */
export function ImportRecent() {
  const { book, by } = useSession()
  const { say, attempt } = useToast()
  const imports = useLiveQuery(() => lastImports(book.id, shownCount), [book.id])
  const [asked, setAsked] = useState<ImportRecord | null>(null)
  if (!imports || imports.length === 0) return null

  function undo(record: ImportRecord) {
    setAsked(null)
    attempt(async () => {
      await undoImport(record.id, by)
      say(`已撤销 ${shownAt(record.at)} 的导入`)
    })
  }

  return (
    <Box component="section" aria-label="最近的导入" sx={{ mx: 4, mb: 4 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        最近的导入
      </Typography>
      <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', fontSize: 13 }}>
        {imports.map((record) => (
          <Box
            key={record.id}
            sx={{
              display: 'flex',
              gap: 4,
              alignItems: 'center',
              minHeight: 34,
              px: 3,
              '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' },
            }}
          >
            <span>{shownAt(record.at)}</span>
            <span>{record.by}</span>
            <Box
              component="span"
              sx={{
                flex: 1,
                minWidth: 0,
                overflow: 'hidden',
                textOverflow: 'ellipsis',
                whiteSpace: 'nowrap',
              }}
            >
              {record.files.length} 个文件，新增 {record.added.length} 个，变更 {record.replaced.length}{' '}
              个目标
            </Box>
            {record.undoneAt === '' ? (
              <Button
                size="small"
                aria-label={`撤销 ${shownAt(record.at)} 的导入`}
                onClick={() => setAsked(record)}
              >
                撤销
              </Button>
            ) : (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                已撤销
              </Box>
            )}
          </Box>
        ))}
      </Box>
      <ConfirmDialog
        open={asked !== null}
        title={asked ? `撤销 ${shownAt(asked.at)} 的导入` : ''}
        action={asked ? `撤销 ${asked.added.length + asked.replaced.length} 个目标的导入` : '撤销'}
        dangerous
        onCancel={() => setAsked(null)}
        onConfirm={() => asked && undo(asked)}
      >
        新增的目标将删除，变更的目标恢复到导入之前；之后又改过的，不会撤销并会告诉您。
      </ConfirmDialog>
    </Box>
  )
}

/** Local time as `07-31 10:20`. */
function shownAt(moment: string): string {
  const at = new Date(moment)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}
