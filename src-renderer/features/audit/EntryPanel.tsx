import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useLiveQuery } from 'dexie-react-hooks'
import { duties } from '#domain/people/duties'
import { auditEntry } from '#storage/audit'
import { momentText } from '#ui/moment-text'
import { colours } from '#ui/theme'
import { actionName } from './audit-columns.tsx'

const shownChanges = 200

/** One entry whole: who, when, what from what to what, and from each object to all that was done to it. */
export function EntryPanel(props: { id: string; onSubject: (id: string) => void; onClose: () => void }) {
  const entry = useLiveQuery(() => auditEntry(props.id), [props.id])
  if (!entry) return null
  return (
    <Box
      component="aside"
      aria-label="记录详情"
      sx={{
        ...{
          width: 'min(400px, 38vw)',
          flex: 'none',
          overflow: 'auto',
          p: 4,
          display: 'grid',
          gap: 2,
          alignContent: 'start',
        },
        ...{ bgcolor: colours.surface, borderLeft: `1px solid ${colours.line}`, wordBreak: 'break-word' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          第 {entry.number} 条
        </Typography>
        <Button size="small" onClick={props.onClose}>
          关闭
        </Button>
      </Box>
      <Typography>{entry.summary}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {momentText(entry.at)} · {entry.by}
        {entry.duty && `（${duties[entry.duty].name}）`} · {actionName(entry.action)}
      </Typography>
      {entry.changes.slice(0, shownChanges).map((change) => (
        <Box key={`${change.table} ${change.id}`} sx={{ borderTop: 1, borderColor: 'divider', pt: 2 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <Box sx={{ flex: 1, fontWeight: 600 }}>
              {change.name || '（无名称）'}
              {change.kind === 'created' && '　新建'}
              {change.kind === 'deleted' && '　删除'}
            </Box>
            <Button size="small" onClick={() => props.onSubject(change.id)}>
              全部记录
            </Button>
          </Box>
          <Box component="ul" sx={{ m: 0, pl: 4, fontSize: 13 }}>
            {change.fields.map((field) => (
              <li key={field.field}>
                {field.label}：{field.from || '（空）'} → {field.to || '（空）'}
              </li>
            ))}
          </Box>
        </Box>
      ))}
      {entry.changes.length > shownChanges && (
        <Typography variant="body2">另有 {entry.changes.length - shownChanges} 处。</Typography>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        校验值（{entry.algorithm === 'sm3' ? 'SM3' : 'SHA-256'}）{entry.hash}
      </Typography>
    </Box>
  )
}
