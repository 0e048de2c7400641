import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { exportBook } from '#actions/export-book'
import { removeBookFile } from '#actions/remove-book-file'
import { desktop } from '#desktop'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { OpenBookButton } from './OpenBookButton.tsx'

/** 只读账套: the open book as a file for another machine, and such files of others. */
export function BookFiles() {
  const { book, books, by, openBook } = useSession()
  const { attempt, say } = useToast()
  const [asking, setAsking] = useState<'export' | 'remove' | null>(null)
  const [passphrase, setPassphrase] = useState('')

  function give() {
    setAsking(null)
    attempt(async () => {
      const { name, bytes } = await exportBook(book.id, passphrase, by)
      const saved = await desktop.saveFile(name, bytes)
      if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。对方在“打开只读账套”中选择这个文件。`)
    })
  }

  function remove() {
    setAsking(null)
    attempt(async () => {
      await removeBookFile(book.id, by)
      const other = books.find(({ id }) => id !== book.id)
      if (other) openBook(other.id)
      say('已移除只读账套，原来的账套仍在对方机器上。')
    })
  }

  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="只读账套"
      sx={{ p: 4, display: 'flex', gap: 2, alignItems: 'center' }}
    >
      <Box sx={{ flex: 1 }}>
        <Typography variant="h2">只读账套</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          把当前年度账套（含操作记录和附件）做成一个文件，在其他机器上打开查看；对方不能修改。
        </Typography>
      </Box>
      {book.readOnly && may(by, 'remove-book-file') && (
        <Button color="error" onClick={() => setAsking('remove')}>
          移除当前只读账套
        </Button>
      )}
      {may(by, 'export-book') && (
        <Button
          variant="outlined"
          onClick={() => {
            setPassphrase('')
            setAsking('export')
          }}
        >
          导出当前账套
        </Button>
      )}
      {may(by, 'open-book-file') && (
        <OpenBookButton by={by} onOpen={async (make) => openBook((await make()).id)} />
      )}
      <ConfirmDialog
        open={asking === 'export'}
        title={`导出 ${book.name}`}
        action="导出"
        disabled={passphrase !== '' && passphrase.trim().length < 8}
        onCancel={() => setAsking(null)}
        onConfirm={give}
      >
        <Typography sx={{ mb: 3 }}>
          设口令后文件加密；账套里有涉密项目时必须设口令，并使用专用介质。口令请当面或电话告知对方。
        </Typography>
        <PasswordField
          label="口令（可不设）"
          value={passphrase}
          onChange={setPassphrase}
          hint="至少 8 位；忘记后文件打不开。"
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'remove'}
        title={`移除 ${book.name}`}
        action="移除只读账套"
        dangerous
        onCancel={() => setAsking(null)}
        onConfirm={remove}
      >
        只移除本机的副本，原来的账套在对方机器上，不受影响。
      </ConfirmDialog>
    </Paper>
  )
}
