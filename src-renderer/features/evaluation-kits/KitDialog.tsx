import Box from '@mui/material/Box'
import { useState } from 'react'
import { issueExpertKit, shortestPassphrase } from '#actions/issue-expert-kit'
import { desktop } from '#desktop'
import type { KeptSheet } from '#domain/evaluation/task'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'

/** 生成评分包: the passphrase stands in clear, since it is read out to the expert. */
export function KitDialog({ sheet, onClose }: { sheet: KeptSheet; onClose: () => void }) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [passphrase, setPassphrase] = useState(proposed)
  const [isBusy, setIsBusy] = useState(false)
  const isShort = [...passphrase.trim()].length < shortestPassphrase

  function issue() {
    setIsBusy(true)
    attempt(async () => {
      try {
        const { name, bytes } = await issueExpertKit(sheet.id, sheet.revision, passphrase, by)
        const saved = await desktop.saveFile(name, bytes)
        if (saved)
          say(`已生成 ${saved.name}，存放在${saved.place}。请把口令“${passphrase}”另行告知${sheet.name}。`)
        else say('没有保存文件。评分表已记为发出，可“重新生成”或“收回评分包”。')
      } finally {
        onClose()
      }
    })
  }

  return (
    <ConfirmDialog
      open
      title={`生成评分包：${sheet.name}`}
      action={isBusy ? '正在加密…' : '生成并保存'}
      disabled={isShort || isBusy}
      onCancel={onClose}
      onConfirm={issue}
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        <TextField
          label="口令"
          hint={`至少 ${shortestPassphrase} 个字；请记下，忘记后只能重新生成`}
          value={passphrase}
          onCommit={setPassphrase}
        />
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          {sheet.kit
            ? '原来的评分包随即作废，按它交回的文件不再接收。'
            : '发出后，这份评分表不能在本机填写，收回评分表或评分包后恢复。'}
          {sheet.round === 2 && '第二轮的评分包带有其他专家第一轮的评分和理由，不带姓名。'}
        </Box>
      </Box>
    </ConfirmDialog>
  )
}

const letters = '23456789abcdefghjkmnpqrstuvwxyz'

/** Twelve letters and digits that are not mistaken for one another, in groups of four. */
function proposed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  const text = Array.from(bytes, (byte) => letters[byte % letters.length]).join('')
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}
