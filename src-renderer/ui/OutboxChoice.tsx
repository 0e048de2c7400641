import Box from '@mui/material/Box'
import Radio from '@mui/material/Radio'
import type { ExchangeFolder } from '#desktop'
import { FolderMark } from './FolderMark.tsx'
import { roomText } from './room-text.ts'
import { colours } from './theme.ts'

/** The folders that packages may be written to; one that is gone or read-only cannot be chosen. */
export function outboxesOf(folders: readonly ExchangeFolder[]): ExchangeFolder[] {
  return folders.filter(({ kind }) => kind !== 'inbox')
}

/** What makes a folder one that can be chosen. */
const wayOn = {
  'read-only': '关掉优盘的写保护开关，或取得共享文件夹的写入权限后，可以写到这里。',
  gone: '插好优盘或连上共享文件夹后，可以写到这里。',
} as const

/** 写到优盘/共享文件夹: one of the outboxes, or '' for saving elsewhere. */
export function OutboxChoice(props: {
  folders: readonly ExchangeFolder[]
  value: string
  onChange: (folderId: string) => void
}) {
  const elsewhere = { id: '', label: '另存到其他位置', place: '', freeBytes: null }
  const choices = [...outboxesOf(props.folders), elsewhere]
  return (
    <Box role="radiogroup" aria-label="写到哪里" sx={{ display: 'grid', gap: 1 }}>
      {choices.map((folder) => {
        const state = 'state' in folder ? folder.state : null
        const isOpen = state === null || state === 'there'
        return (
          <Box
            key={folder.id}
            component="label"
            sx={{
              ...{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32, fontSize: 14 },
              cursor: isOpen ? 'pointer' : 'default',
              color: isOpen ? colours.text : colours.secondary,
            }}
          >
            <Radio
              size="small"
              sx={{ p: 1 }}
              checked={props.value === folder.id}
              disabled={!isOpen}
              onChange={() => props.onChange(folder.id)}
            />
            <span>{folder.label}</span>
            <Box component="span" sx={{ color: colours.secondary, fontSize: 12 }}>
              {folder.place}
              {folder.freeBytes !== null && `，可用 ${roomText(folder.freeBytes)}`}
            </Box>
            {state !== null && <FolderMark state={state} />}
            {state !== null && state !== 'there' && (
              <Box component="span" sx={{ fontSize: 12 }}>
                {wayOn[state]}
              </Box>
            )}
          </Box>
        )
      })}
    </Box>
  )
}
