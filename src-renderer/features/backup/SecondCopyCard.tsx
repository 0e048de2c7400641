import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { saveBackupPassphrase } from '#actions/save-backup-settings'
import { type BackupList, desktop } from '#desktop'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { PasswordField } from '#ui/PasswordField.tsx'
import type { Run } from './settings-run.ts'

type Second = { second: BackupList['second']; edition: 'electron' | 'browser'; run: Run }

/** 另存一份到其他盘: where the second copy goes, and what it is sealed with. */
export function SecondCopyCard(props: Second & { isSealed: boolean }) {
  const { by } = useSession()
  const isFixed = !may(by, 'save-backup-settings')
  return (
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
          <SecondFolder second={props.second} edition={props.edition} run={props.run} />
          <Passphrase isSealed={props.isSealed} run={props.run} />
        </>
      )}
      {props.isSealed && <Typography variant="body2">● 另存的备份已加密（国密 SM4）。</Typography>}
    </Paper>
  )
}

function SecondFolder({ second, edition, run }: Second) {
  const [typed, setTyped] = useState('')
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
      {edition === 'browser' && (
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
        disabled={edition === 'browser' && typed.trim() === ''}
        onClick={() => run(() => desktop.chooseBackupFolder(typed), '已设置另存位置，下次备份时一并写入。')}
      >
        {edition === 'browser' ? '使用这个文件夹' : '选择文件夹'}
      </Button>
      {second && (
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
  )
}

function Passphrase({ isSealed, run }: { isSealed: boolean; run: Run }) {
  const { by } = useSession()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
      <PasswordField
        label={isSealed ? '更换加密口令' : '加密口令'}
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
  )
}
