import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { restoreBackup } from '#actions/restore-backup'
import { inspectFile, type VerifiedBackup, verifyFile } from '#backup/open'
import type { Actor } from '#domain/people/duties'
import { sentenceFor } from '#ui/error-text'
import { PasswordField } from '#ui/PasswordField.tsx'
import { BackupContents } from './BackupContents.tsx'

/** A backup to restore from: a listed one or a file somebody brought. */
export type Source = { name: string; load: () => Promise<Uint8Array> }

type Stage =
  | { phase: 'reading' }
  | { phase: 'asking'; bytes: Uint8Array; fault: string }
  | { phase: 'ready'; bytes: Uint8Array; verified: VerifiedBackup }
  | { phase: 'restoring'; share: number }
  | { phase: 'refused'; sentence: string }

/** 恢复: verified wholly first, then what would come and what would go is shown, and only then one press replaces all. */
export function RestoreDialog(props: { source: Source; by: Actor; onClose: () => void }) {
  const { source, by, onClose } = props
  const [stage, setStage] = useState<Stage>({ phase: 'reading' })
  const [passphrase, setPassphrase] = useState('')
  const [despite, setDespite] = useState(false)

  useEffect(() => {
    let current = true
    async function read() {
      const bytes = await source.load()
      const { manifest } = await inspectFile(bytes)
      if (manifest.lock) return { phase: 'asking', bytes, fault: '' } as const
      return { phase: 'ready', bytes, verified: await verifyFile(bytes, '') } as const
    }
    read().then(
      (next) => current && setStage(next),
      (error: unknown) => current && setStage({ phase: 'refused', sentence: sentenceFor(error) }),
    )
    return () => {
      current = false
    }
  }, [source])

  async function open(bytes: Uint8Array) {
    setStage({ phase: 'reading' })
    try {
      setStage({ phase: 'ready', bytes, verified: await verifyFile(bytes, passphrase) })
    } catch (error) {
      setStage({ phase: 'asking', bytes, fault: sentenceFor(error) })
    }
  }

  async function restore(bytes: Uint8Array) {
    setStage({ phase: 'restoring', share: 0 })
    try {
      await restoreBackup({ name: source.name, bytes, passphrase, despite }, by, (done, whole) =>
        setStage({ phase: 'restoring', share: whole === 0 ? 100 : Math.min(100, (done / whole) * 100) }),
      )
      // Accounts, books and settings are others now: everything starts anew.
      window.location.reload()
    } catch (error) {
      setStage({ phase: 'refused', sentence: sentenceFor(error) })
    }
  }

  const isBusy = stage.phase === 'restoring'
  const isDoubtful = stage.phase === 'ready' && stage.verified.faults.length > 0
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      aria-labelledby="restore-title"
      onClose={(_event, reason) => {
        if (!isBusy && reason !== 'backdropClick') onClose()
      }}
    >
      <DialogTitle id="restore-title">恢复备份</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3 }}>
        <Typography sx={{ color: 'text.secondary', wordBreak: 'break-all' }}>{source.name}</Typography>
        {stage.phase === 'reading' && (
          <Box role="status">
            <LinearProgress aria-label="正在校验" />
            <Typography sx={{ mt: 1 }}>正在逐项校验备份，还没有改动任何数据…</Typography>
          </Box>
        )}
        {stage.phase === 'asking' && (
          <PasswordField
            label="备份口令"
            value={passphrase}
            onChange={setPassphrase}
            fault={stage.fault}
            hint="这份备份加了密，请输入设置时的口令。"
            focus
          />
        )}
        {stage.phase === 'ready' && (
          <>
            <BackupContents verified={stage.verified} />
            <Alert severity="warning">
              本机现有的全部账套、账户和密码都会换成备份里的；恢复后请用备份当时的密码登录。现有数据会先另存一份“恢复前”备份，可以再换回来。
            </Alert>
            {isDoubtful && (
              <FormControlLabel
                control={<Checkbox checked={despite} onChange={(_event, checked) => setDespite(checked)} />}
                label="我已知道内容对不上，仍要用这份备份恢复（会记入操作记录）"
              />
            )}
          </>
        )}
        {stage.phase === 'restoring' && (
          <Box role="status">
            <LinearProgress aria-label="正在恢复" variant="determinate" value={stage.share} />
            <Typography sx={{ mt: 1 }}>
              正在恢复，请不要关闭窗口。中途断电也不会只换一半：要么全是原来的，要么全是备份里的。
            </Typography>
          </Box>
        )}
        {stage.phase === 'refused' && <Alert severity="error">{stage.sentence}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button disabled={isBusy} onClick={onClose}>
          {stage.phase === 'refused' ? '关闭' : '取消'}
        </Button>
        {stage.phase === 'asking' && (
          <Button variant="contained" disabled={passphrase === ''} onClick={() => void open(stage.bytes)}>
            校验
          </Button>
        )}
        {stage.phase === 'ready' && (
          <Button
            variant="contained"
            color="error"
            disabled={isDoubtful && !despite}
            onClick={() => void restore(stage.bytes)}
          >
            用这份备份替换本机数据
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
