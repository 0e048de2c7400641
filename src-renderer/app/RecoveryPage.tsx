import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { savePreference } from '#actions/save-preference'
import { settingNames } from '#backup/keep'
import { localNow } from '#backup/take'
import { desktop } from '#desktop'
import type { Actor } from '#domain/people/duties'
import { setDatabaseAside } from '#storage/database'
import type { StoreFault } from '#storage/store-check'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { faultText } from '../features/backup/fault-text.ts'
import { RestoreCard } from '../features/backup/RestoreCard.tsx'

/** Whoever sits here while nobody can log in; stands in the trail of what is restored. */
const keeper: Actor = { accountId: '', name: '恢复页（未登录）', duty: 'administrator', scope: '' }

/** What is wrong with the store, plainly, and the newest good backup; never a silent empty book. */
export function RecoveryPage(props: { faults: readonly StoreFault[]; onContinue: () => void }) {
  const { attempt } = useToast()
  const isEmptied = props.faults.some(({ kind }) => kind === 'emptied')

  function beginAnew() {
    attempt(async () => {
      const { own } = await desktop.listBackups()
      await savePreference(settingNames.startedEmpty, own[0]?.name ?? '')
      props.onContinue()
    })
  }

  return (
    <RecoveryFrame title={isEmptied ? '本机的数据不见了' : '本机的数据有损坏'}>
      <Alert severity="error">
        {props.faults.map((fault) => (
          <Box key={JSON.stringify(fault)}>{faultText(fault)}</Box>
        ))}
      </Alert>
      <Typography>
        {isEmptied
          ? '可能是数据库文件损坏后被浏览器清空，或被清理软件删除。备份还在，请选最近一份恢复；恢复前会逐项校验。'
          : '没有自动改动任何内容。建议用最近一份完好的备份恢复；恢复前会先把现有数据另存一份。'}
      </Typography>
      <RestoreCard by={keeper} isOpen />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="outlined" onClick={isEmptied ? beginAnew : props.onContinue}>
          {isEmptied ? '不恢复，重新建立' : '暂不恢复，先打开查看'}
        </Button>
        <Button onClick={() => window.location.reload()}>重新检查</Button>
      </Box>
    </RecoveryFrame>
  )
}

/** The database does not open at all: it can be set aside as it lies, and a backup restored into a new one. */
export function UnopenedPage({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      {children}
      <Box sx={{ px: 8, pb: 8, maxWidth: 720, display: 'grid', gap: 3 }}>
        <Typography>
          重新载入仍打不开时，可以把这个数据库原样移开（不删除），在新的数据库里恢复最近的备份。
        </Typography>
        <Box>
          <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
            移开打不开的数据库…
          </Button>
        </Box>
      </Box>
      <ConfirmDialog
        open={asking}
        title="移开打不开的数据库"
        action="移开，然后从备份恢复"
        dangerous
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setDatabaseAside(localNow())
          window.location.reload()
        }}
      >
        请先关闭其他绩衡窗口再试一次。移开后原数据库仍在磁盘上，不会删除；程序会打开一个新的空数据库，并请你选一份备份恢复。
      </ConfirmDialog>
    </>
  )
}

/** The page in place of the house: a heading and what is to be done. */
export function RecoveryFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="main" sx={{ height: '100vh', overflow: 'auto', p: 6 }}>
      <Box sx={{ display: 'grid', gap: 4, maxWidth: 980, mx: 'auto' }}>
        <Typography variant="h1">{title}</Typography>
        {children}
      </Box>
    </Box>
  )
}
