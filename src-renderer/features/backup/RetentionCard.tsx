import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { saveBackupSettings } from '#actions/save-backup-settings'
import { type Retention, retentionLimits } from '#domain/backup/retention'
import { type BackupSettings, idleLimits } from '#domain/backup/settings'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { useUnread } from '#ui/unread'
import type { Run } from './settings-run.ts'

const fields: readonly { key: keyof Retention; label: string; unit: string }[] = [
  { key: 'allDays', label: '全部保留', unit: '天' },
  { key: 'dailyDays', label: '每天留一份', unit: '天' },
  { key: 'months', label: '每月留一份', unit: '个月' },
  { key: 'atLeast', label: '至少留', unit: '份' },
]

/** 保留规则: how long backups are kept, and after how long a pause one is made. */
export function RetentionCard({ settings, run }: { settings: BackupSettings; run: Run }) {
  const { by } = useSession()
  const isFixed = !may(by, 'save-backup-settings')

  function keep(next: BackupSettings) {
    run(() => saveBackupSettings(next, by).then(() => true), '备份设置已保存。')
  }

  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="保留规则"
      sx={{ p: 4, display: 'grid', gap: 3, alignContent: 'start' }}
    >
      <Typography variant="h2">保留规则</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        有改动且空闲时自动备份；每天第一次改动后、导入前、结转前、恢复前也各备份一次。窗口切走、最小化或关闭时如有改动也会立即备份；强制关机、直接断电来不及完成的，下次打开后补上。
        {isFixed && '以下由系统管理员修改。'}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: 3 }}>
        {fields.map(({ key, label, unit }) => (
          <NumberField
            key={key}
            label={`${label}（${unit}）`}
            value={settings.retention[key]}
            limits={retentionLimits[key]}
            disabled={isFixed}
            onSave={(value) => keep({ ...settings, retention: { ...settings.retention, [key]: value } })}
          />
        ))}
        <NumberField
          label="空闲（分钟）"
          value={settings.idleMinutes}
          limits={idleLimits}
          disabled={isFixed}
          onSave={(idleMinutes) => keep({ ...settings, idleMinutes })}
        />
      </Box>
    </Paper>
  )
}

/** Kept as it is left, not while it is typed: by 1 on the way to 18, backups could go. */
function NumberField(props: {
  label: string
  value: number
  limits: { least: number; most: number }
  disabled: boolean
  onSave: (value: number) => void
}) {
  const [text, setText] = useState<string | null>(null)
  const [isUnread, setUnread] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const { least, most } = props.limits
  useUnread(isUnread ? 1 : 0, () => input.current?.focus())

  function keep() {
    if (text === null) return
    const plain = text.normalize('NFKC').trim()
    const value = Number(plain)
    const isFit = /^\d+$/.test(plain) && value >= least && value <= most
    setUnread(!isFit)
    if (!isFit) return
    setText(null)
    if (value !== props.value) props.onSave(value)
  }
  return (
    <TextField
      label={props.label}
      value={text ?? String(props.value)}
      disabled={props.disabled}
      error={isUnread}
      helperText={isUnread ? `没有保存。请填 ${least} 到 ${most} 的整数。` : ''}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      inputRef={input}
      slotProps={{ htmlInput: { inputMode: 'numeric', title: `${least} 至 ${most}` } }}
    />
  )
}
