import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect, useState } from 'react'
import { readListed } from '#backup/open'
import { desktop, type BackupList as Listed } from '#desktop'
import type { Actor } from '#domain/people/duties'
import { useToast } from '#ui/Toast.tsx'
import { BackupList, RowButton } from './BackupList.tsx'
import { RestoreDialog, type Source } from './RestoreDialog.tsx'
import { RestoreFileButton } from './RestoreFileButton.tsx'
import { parsedNote } from './words.ts'

/** 从备份恢复 before there is any book, or after the store was lost: from this machine's folders or a file. */
export function RestoreCard(props: { by: Actor; isOpen?: boolean; children?: ReactNode }) {
  const { by, isOpen = false, children } = props
  const { sayError } = useToast()
  const [list, setList] = useState<Listed | null>(null)
  const [shown, setShown] = useState(isOpen)
  const [source, setSource] = useState<Source | null>(null)
  useEffect(() => {
    desktop.listBackups().then(setList, sayError)
  }, [sayError])
  const own = (list?.own ?? []).map((file) => ({ ...file, from: 'own' as const }))
  const copies = (list?.copies ?? []).map((file) => ({ ...file, from: 'second' as const }))
  const files = [...own, ...copies]
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="从备份恢复"
      sx={{ p: 4, display: 'grid', gap: 3 }}
    >
      <Box sx={{ display: 'flex', gap: 4, alignItems: 'center' }}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="h2">从备份恢复</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {files.length === 0
              ? '换机或重装后，选一份备份文件，账套、账户和附件都会恢复。'
              : `本机有 ${files.length} 份备份，最近一份是 ${parsedNote(files[0]?.name ?? '').at}。`}
          </Typography>
        </Box>
        {files.length > 0 && !shown && (
          <Button variant="outlined" onClick={() => setShown(true)}>
            查看备份
          </Button>
        )}
        {children}
        <RestoreFileButton onChosen={setSource} />
      </Box>
      {shown && files.length > 0 && (
        <BackupList
          label="可用的备份"
          files={files}
          verified={new Set()}
          actions={(file) => (
            <RowButton
              label="恢复"
              about={parsedNote(file.name).at}
              onClick={() => setSource({ name: file.name, load: () => readListed(file.name, file.from) })}
            />
          )}
        />
      )}
      {source && <RestoreDialog source={source} by={by} onClose={() => setSource(null)} />}
    </Paper>
  )
}
