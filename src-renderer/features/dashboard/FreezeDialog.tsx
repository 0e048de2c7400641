import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import type { Board } from '#domain/dashboard/board'
import { snapshotName } from '#domain/dashboard/snapshot'
import { TextField } from '#ui/TextField.tsx'

/** Asks what the frozen board shall be called. */
export function FreezeDialog(props: {
  board: Board
  onCancel: () => void
  onConfirm: (name: string) => void
}) {
  const [name, setName] = useState(snapshotName(props.board))
  return (
    <Dialog open onClose={props.onCancel} maxWidth="sm" fullWidth aria-labelledby="freeze-title">
      <DialogTitle id="freeze-title">冻结看板</DialogTitle>
      <DialogContent>
        <TextField label="名称" value={name} onCommit={setName} />
        <p>按现在的筛选保存全部数字和项目明细，以后数据变化也不受影响，可以随时打开，并与最新情况对比。</p>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={props.onCancel}>
          取消
        </Button>
        <Button variant="contained" disabled={name.trim() === ''} onClick={() => props.onConfirm(name)}>
          冻结
        </Button>
      </DialogActions>
    </Dialog>
  )
}
