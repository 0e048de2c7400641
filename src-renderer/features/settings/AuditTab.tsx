import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { duties } from '#domain/people/duties'
import { useSession } from '#session'
import { lastAudit, type RecordChange, verifyAudit } from '#storage/audit'
import { EmptyState } from '#ui/EmptyState.tsx'
import { momentText } from '#ui/moment-text'
import { useToast } from '#ui/Toast.tsx'

const pageSize = 200

/** 审计记录: who did what and when, newest first; the chain can be proved whole. */
export function AuditTab() {
  const { book } = useSession()
  const { attempt, say } = useToast()
  const [limit, setLimit] = useState(pageSize)
  const [trail, setTrail] = useState<'book' | 'machine'>('book')
  // Accounts and logins belong to no book: their trail is that of the machine.
  const chain = trail === 'book' ? book.id : ''
  const entries = useLiveQuery(() => lastAudit(chain, limit), [chain, limit])
  if (!entries) return null

  function verify() {
    attempt(async () => {
      const verdict = await verifyAudit(chain)
      if (verdict.intact) say(`已逐条核对 ${verdict.entries} 条，记录完整，没有被改动。`)
      else
        say({
          text: `第 ${verdict.brokenAt ?? 1} 条起，记录与留存的校验值不一致，可能被改动过。请与最近的备份核对。`,
          severity: 'error',
        })
    })
  }

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, maxWidth: 1200 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={trail}
          aria-label="记录范围"
          onChange={(_event, value: 'book' | 'machine' | null) => value && setTrail(value)}
        >
          <ToggleButton value="book">当前账套</ToggleButton>
          <ToggleButton value="machine">账户与登录</ToggleButton>
        </ToggleButtonGroup>
        <Box sx={{ flex: 1, color: 'text.secondary', fontSize: 13 }}>
          最近 {entries.length} 条，新的在前。
        </Box>
        <Button variant="outlined" onClick={verify}>
          核对完整性
        </Button>
      </Box>
      {entries.length === 0 && <EmptyState text="还没有记录。" />}
      <Paper variant="outlined" sx={{ overflow: 'auto' }}>
        <Table size="small" aria-label="审计记录">
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: 160 }}>时间</TableCell>
              <TableCell sx={{ width: 190 }}>经办人</TableCell>
              <TableCell>事项</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {entries.map((entry) => (
              <TableRow key={entry.id} sx={{ verticalAlign: 'top' }}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{momentText(entry.at)}</TableCell>
                <TableCell>
                  {entry.by}
                  {entry.duty && `（${duties[entry.duty].name}）`}
                </TableCell>
                <TableCell>
                  {entry.summary}
                  <Changes changes={entry.changes} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Paper>
      {entries.length >= limit && (
        <Button sx={{ alignSelf: 'center' }} onClick={() => setLimit(limit + pageSize)}>
          显示更早的记录
        </Button>
      )}
    </Box>
  )
}

const shownChanges = 50

/** From what to what, opened on demand. */
function Changes({ changes }: { changes: readonly RecordChange[] }) {
  const lines = changes.flatMap((change) =>
    change.fields.map((field) => ({ ...field, key: `${change.id} ${field.field}`, name: change.name })),
  )
  if (lines.length === 0) return null
  return (
    <Box component="details" sx={{ color: 'text.secondary' }}>
      <summary>{lines.length} 处变化</summary>
      <Box component="ul" sx={{ m: 0, pl: 5, wordBreak: 'break-word' }}>
        {lines.slice(0, shownChanges).map((line) => (
          <li key={line.key}>
            {line.name && `${line.name}：`}
            {line.label} {line.from || '（空）'} → {line.to || '（空）'}
          </li>
        ))}
        {lines.length > shownChanges && <li>另有 {lines.length - shownChanges} 处</li>}
      </Box>
    </Box>
  )
}
