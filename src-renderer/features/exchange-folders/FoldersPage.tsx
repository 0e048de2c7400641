import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { lookIntoFolders, waitingIn } from '#actions/look-into-folders'
import { addExchangeFolder, forgetExchangeFolder } from '#actions/set-exchange-folder'
import { desktop, type ExchangeFolder } from '#desktop'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { sentenceFor } from '#ui/error-text'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { usePolled } from '#ui/use-polled'
import { AddFolderDialog, type FolderWanted } from './AddFolderDialog.tsx'
import { FolderTable } from './FolderTable.tsx'
import { InboxTable } from './InboxTable.tsx'

const everyTenSeconds = 10_000

/** 收发文件夹: sticks and shares that packages travel through, and what lies in the inboxes. */
export function FoldersPage() {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const { found, fault, again } = usePolled(lookIntoFolders, everyTenSeconds)
  const [adding, setAdding] = useState(false)
  const [forgetting, setForgetting] = useState<ExchangeFolder | null>(null)
  const edition = useEdition()
  const mayChange = may(by, 'set-exchange-folder')

  function add(wanted: FolderWanted) {
    attempt(async () => {
      const folder = await addExchangeFolder(wanted, by)
      if (!folder) return
      setAdding(false)
      again()
      say(`已添加${folder.label}（${folder.place}）。`)
    })
  }

  function forget(folder: ExchangeFolder) {
    setForgetting(null)
    attempt(async () => {
      await forgetExchangeFolder(folder, by)
      again()
      say(`不再使用${folder.label}，里面的文件没有改动。`)
    })
  }

  const addButton = mayChange && edition !== null && (
    <Button variant="contained" onClick={() => setAdding(true)}>
      添加文件夹
    </Button>
  )
  const isEmpty = found?.folders.length === 0
  return (
    <>
      <PageHead
        title="收发文件夹"
        trail="数据交换"
        note={found && !isEmpty && '程序打开时每 10 秒查看一次收件夹'}
      >
        {!isEmpty && addButton}
      </PageHead>
      {fault !== null && (
        <Alert severity="error" sx={{ m: 4, mb: 0 }}>
          {sentenceFor(fault)}
        </Alert>
      )}
      {isEmpty && (
        <EmptyState text="还没有收发文件夹。添加优盘或共享文件夹后，数据包直接写到那里，收到的数据包会自动提示。">
          {addButton}
        </EmptyState>
      )}
      {found && !isEmpty && (
        <Box
          sx={{
            flex: 1,
            minHeight: 0,
            overflow: 'auto',
            p: 4,
            display: 'grid',
            gap: 4,
            alignContent: 'start',
          }}
        >
          <FolderTable
            folders={found.folders}
            unfinished={found.unfinished}
            onForget={mayChange ? setForgetting : null}
          />
          <Box component="section" aria-label="收件夹里的数据包" sx={{ display: 'grid', gap: 2 }}>
            <Typography variant="h2">收件夹里的数据包（{waitingIn(found)} 个待接收）</Typography>
            <InboxTable packages={found.packages} mayTake={may(by, 'take-from-folder')} />
          </Box>
        </Box>
      )}
      {adding && edition !== null && (
        <AddFolderDialog isTyped={edition === 'browser'} onAdd={add} onCancel={() => setAdding(false)} />
      )}
      <ConfirmDialog
        open={forgetting !== null}
        title={`不再使用${forgetting?.label ?? ''}（${forgetting?.place ?? ''}）`}
        action="不再使用"
        onCancel={() => setForgetting(null)}
        onConfirm={() => forgetting && forget(forgetting)}
      >
        程序不再查看这个文件夹，里面的文件都不动；以后可以重新添加。
      </ConfirmDialog>
    </>
  )
}

type Edition = Awaited<ReturnType<typeof desktop.info>>['edition']

/** The desktop edition has a dialog for folders, the browser edition has none. */
function useEdition(): Edition | null {
  const { sayError } = useToast()
  const [edition, setEdition] = useState<Edition | null>(null)
  useEffect(() => {
    let current = true
    desktop.info().then((info) => current && setEdition(info.edition), sayError)
    return () => {
      current = false
    }
  }, [sayError])
  return edition
}
