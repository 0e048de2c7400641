import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { type ChangeEvent, useRef, useState } from 'react'
import { openExpertKit } from '#actions/open-expert-kit'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'

/** 打开专家评分包: the file and its passphrase make a book of the one task. */
export function KitCard(props: { by: Actor; onMake: (make: () => Promise<YearBook>) => Promise<void> }) {
  const { attempt } = useToast()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')

  function choose(event: ChangeEvent<HTMLInputElement>) {
    setPassphrase('')
    setFile(event.target.files?.[0] ?? null)
    event.target.value = ''
  }

  function open() {
    const chosen = file
    setFile(null)
    if (!chosen) return
    attempt(() =>
      props.onMake(async () =>
        openExpertKit(new Uint8Array(await chosen.arrayBuffer()), passphrase, props.by),
      ),
    )
  }

  return (
    <Paper variant="outlined" sx={{ p: 4, display: 'flex', gap: 4, alignItems: 'center' }}>
      <Box sx={{ flex: 1 }}>
        <Typography variant="h2">打开专家评分包</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          财政局发来的 .jhx 文件：凭口令打开，独立评分、签名后导出交回。
        </Typography>
      </Box>
      <Button variant="outlined" onClick={() => input.current?.click()}>
        选择文件
      </Button>
      <input ref={input} type="file" accept=".jhx" hidden aria-label="专家评分包" onChange={choose} />
      {file && (
        <ConfirmDialog
          open
          title={`打开 ${file.name}`}
          action="打开"
          disabled={passphrase.trim() === ''}
          onCancel={() => setFile(null)}
          onConfirm={open}
        >
          <TextField label="口令" value={passphrase} onCommit={setPassphrase} />
        </ConfirmDialog>
      )}
    </Paper>
  )
}
