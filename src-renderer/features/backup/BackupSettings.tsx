import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { saveBackupPassphrase, saveBackupSettings } from '#actions/save-backup-settings'
import { type BackupList, desktop } from '#desktop'
import { type Retention, retentionLimits } from '#domain/backup/retention'
import { idleLimits, type BackupSettings as Settings } from '#domain/backup/settings'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useToast } from '#ui/Toast.tsx'

const fields: readonly { key: keyof Retention; label: string; unit: string }[] = [
  { key: 'allDays', label: '全部保留', unit: '天' },
  { key: 'dailyDays', label: '每天留一份', unit: '天' },
  { key: 'months', label: '每月留一份', unit: '个月' },
  { key: 'atLeast', label: '至少留', unit: '份' },
]

/** Rule of keeping, idle time, second folder and passphrase; only 系统管理 changes them. */
export function BackupSettings(props: {
  settings: Settings
  isSealed: boolean
  second: BackupList['second']
  edition: 'electron' | 'browser'
  onChanged: () => void
}) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [typed, setTyped] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const isFixed = !may(by, 'save-backup-settings')

  function run(work: () => Promise<unknown>, done: string) {
    attempt(async () => {
      if ((await work()) === null) return
      say(done)
      props.onChanged()
    })
  }

  function keep(next: Settings) {
    run(() => saveBackupSettings(next, by).then(() => true), '备份设置已保存。')
  }

  return (
    <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' }}>
      <Paper
        variant="outlined"
        component="section"
        aria-label="保留规则"
        sx={{ p: 4, display: 'grid', gap: 3, alignContent: 'start' }}
      >
        <Typography variant="h2">保留规则</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          有改动且空闲时自动备份；每天第一次改动后、导入前、结转前、恢复前也各备份一次。窗口切走、最小化或关闭时如有改动也会立即备份；强制关机、直接断电来不及完成的，下次打开后补上。
        </Typography>
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: 3 }}>
          {fields.map(({ key, label, unit }) => (
            <NumberField
              key={key}
              label={`${label}（${unit}）`}
              value={props.settings.retention[key]}
              limits={retentionLimits[key]}
              disabled={isFixed}
              onSave={(value) =>
                keep({ ...props.settings, retention: { ...props.settings.retention, [key]: value } })
              }
            />
          ))}
          <NumberField
            label="空闲（分钟）"
            value={props.settings.idleMinutes}
            limits={idleLimits}
            disabled={isFixed}
            onSave={(idleMinutes) => keep({ ...props.settings, idleMinutes })}
          />
        </Box>
      </Paper>
      <Paper
        variant="outlined"
        component="section"
        aria-label="另存位置"
        sx={{ p: 4, display: 'grid', gap: 3, alignContent: 'start' }}
      >
        <Typography variant="h2">另存一份到其他盘</Typography>
        <Typography variant="body2">
          {props.second
            ? `当前：${props.second.place}${props.second.isReachable ? '' : '（现在找不到，优盘可能没有插上）'}`
            : '还没有设置。本机硬盘损坏时，只有另存的备份还在，建议设置。'}
        </Typography>
        {!props.isSealed && (
          <Alert severity="warning" sx={{ py: 0 }}>
            备份含全部内容（包括涉密项目）。另存到移动介质请先设置加密口令，并按保密要求使用专用介质。
          </Alert>
        )}
        {!isFixed && (
          <>
            <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
              {props.edition === 'browser' && (
                <TextField
                  fullWidth
                  label="文件夹的完整路径"
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                />
              )}
              <Button
                variant="outlined"
                sx={{ flex: 'none' }}
                disabled={props.edition === 'browser' && typed.trim() === ''}
                onClick={() =>
                  run(() => desktop.chooseBackupFolder(typed), '已设置另存位置，下次备份时一并写入。')
                }
              >
                {props.edition === 'browser' ? '使用这个文件夹' : '选择文件夹'}
              </Button>
              {props.second && (
                <Button
                  sx={{ flex: 'none' }}
                  onClick={() =>
                    run(() => desktop.forgetBackupFolder().then(() => true), '不再另存；已存的备份都还在。')
                  }
                >
                  不再另存
                </Button>
              )}
            </Box>
            <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
              <PasswordField
                label={props.isSealed ? '更换加密口令' : '加密口令'}
                value={passphrase}
                onChange={setPassphrase}
                hint="至少 8 位；忘记后另存的备份打不开。"
              />
              <PasswordField
                label="再输一次口令"
                value={again}
                onChange={setAgain}
                fault={again !== '' && again !== passphrase ? '两次输入不一致。' : ''}
              />
              <Button
                variant="outlined"
                sx={{ flex: 'none' }}
                disabled={passphrase.trim().length < 8 || passphrase !== again}
                onClick={() =>
                  run(async () => {
                    await saveBackupPassphrase(passphrase, by)
                    setPassphrase('')
                    setAgain('')
                  }, '以后另存的备份都用这个口令加密。')
                }
              >
                设置口令
              </Button>
            </Box>
          </>
        )}
        {props.isSealed && <Typography variant="body2">● 另存的备份已加密（国密 SM4）。</Typography>}
      </Paper>
    </Box>
  )
}

function NumberField(props: {
  label: string
  value: number
  limits: { least: number; most: number }
  disabled: boolean
  onSave: (value: number) => void
}) {
  const [text, setText] = useState<string | null>(null)
  const { least, most } = props.limits
  function keep() {
    const value = Number(text)
    const isFit = text !== null && /^\d+$/.test(text) && value >= least && value <= most
    setText(null)
    if (isFit && value !== props.value) props.onSave(value)
  }
  return (
    <TextField
      label={props.label}
      value={text ?? String(props.value)}
      disabled={props.disabled}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      slotProps={{ htmlInput: { inputMode: 'numeric', title: `${least} 至 ${most}` } }}
    />
  )
}
