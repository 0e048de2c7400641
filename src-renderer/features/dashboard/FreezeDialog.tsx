import { useState } from 'react'
import type { Board } from '#domain/dashboard/board'
import { snapshotName } from '#domain/dashboard/snapshot'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { TextField } from '#ui/TextField.tsx'

/** Asks what the frozen board shall be called. */
export function FreezeDialog(props: {
  board: Board
  onCancel: () => void
  onConfirm: (name: string) => void
}) {
  const [name, setName] = useState(snapshotName(props.board))
  return (
    <ConfirmDialog
      open
      title="冻结看板"
      action="冻结"
      disabled={name.trim() === ''}
      onCancel={props.onCancel}
      onConfirm={() => props.onConfirm(name)}
    >
      <TextField label="名称" value={name} onCommit={setName} />
      <p>按现在的筛选保存全部数字和项目明细，以后数据变化也不受影响，可以随时打开，并与最新情况对比。</p>
    </ConfirmDialog>
  )
}
