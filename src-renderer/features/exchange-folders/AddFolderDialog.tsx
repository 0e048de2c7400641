import Box from '@mui/material/Box'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { folderKinds } from './words.ts'

export type FolderWanted = { kind: keyof typeof folderKinds; label: string; typed: string }

const mediums = { 优盘: '优盘', 移动硬盘: '移动硬盘', 共享文件夹: '共享文件夹', 光盘: '光盘' } as const

/** 添加文件夹: which medium, what for, and where; in the desktop edition the system's own dialog asks where. */
export function AddFolderDialog(props: {
  isTyped: boolean
  onAdd: (wanted: FolderWanted) => void
  onCancel: () => void
}) {
  const [medium, setMedium] = useState<keyof typeof mediums>('优盘')
  const [kind, setKind] = useState<keyof typeof folderKinds>('both')
  const [name, setName] = useState('')
  const [typed, setTyped] = useState('')
  return (
    <ConfirmDialog
      open
      title="添加收发文件夹"
      action={props.isTyped ? '添加' : '选择文件夹…'}
      disabled={props.isTyped && typed.trim() === ''}
      onCancel={props.onCancel}
      onConfirm={() =>
        props.onAdd({ kind, label: labelOf(name.trim(), medium), typed: props.isTyped ? typed : '' })
      }
    >
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: '1fr 1fr' }}>
        <ChoiceField
          label="介质"
          value={medium}
          choices={mediums}
          onCommit={(value) => {
            if (value === '') return
            setMedium(value)
            // Nothing can be written to it.
            if (value === '光盘') setKind('inbox')
          }}
        />
        <ChoiceField
          label="用途"
          value={kind}
          choices={folderKinds}
          onCommit={(value) => value !== '' && setKind(value)}
        />
        <TextField
          wide
          label="名称"
          hint="可不填；有几个优盘时用来区分，会记入往来台账"
          placeholder="如：绩效科 2 号优盘"
          value={name}
          onCommit={setName}
        />
        {props.isTyped && (
          <TextField
            wide
            label="文件夹位置"
            hint="打开该文件夹，从地址栏复制"
            placeholder="如：E:\数据交换 或 /media/用户名/优盘/数据交换"
            value={typed}
            onCommit={setTyped}
          />
        )}
      </Box>
    </ConfirmDialog>
  )
}

/** What the ledger will call it: the medium is always in it. At most twenty characters. */
function labelOf(name: string, medium: string): string {
  return name.includes(medium) ? name.slice(0, 20) : `${name.slice(0, 20 - medium.length)}${medium}`
}
