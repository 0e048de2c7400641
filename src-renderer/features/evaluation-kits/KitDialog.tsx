import Box from '@mui/material/Box'
import { useState } from 'react'
import { issueExpertKit, shortestPassphrase } from '#actions/issue-expert-kit'
import { desktop } from '#desktop'
import { passphraseOf } from '#domain/evaluation/kit-passphrase'
import type { KeptSheet } from '#domain/evaluation/task'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { KitPassphrases } from './KitPassphrases.tsx'

/**
 * 生成评分包 for one expert or for several at once. The passphrases stand in clear, since they are read out to the experts, and
 * stay until somebody has noted them: nothing shows them again.
 */
export function KitDialog(props: {
  sheets: readonly KeptSheet[]
  folderName: string
  hasMaterials: boolean
  onClose: () => void
}) {
  const { sheets, onClose } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [passphrases, setPassphrases] = useState<readonly string[]>(() => sheets.map(proposed))
  const [done, setDone] = useState(0)
  const [isBusy, setIsBusy] = useState(false)
  const [place, setPlace] = useState('')
  const isShort = passphrases.some((each) => [...each.trim()].length < shortestPassphrase)
  const rows = sheets.map(({ id, name }, index) => ({ id, name, passphrase: passphrases[index] ?? '' }))
  const [only] = sheets.length === 1 ? sheets : []

  function issue() {
    setIsBusy(true)
    attempt(async () => {
      try {
        const files: { name: string; bytes: Uint8Array }[] = []
        for (const [index, sheet] of sheets.entries()) {
          files.push(await issueExpertKit(sheet.id, sheet.revision, passphrases[index] ?? '', by))
          setDone(index + 1)
        }
        const saved = await savedAs(files, props.folderName)
        if (saved !== null) {
          setPlace(saved)
          return
        }
        say('没有保存文件。评分表已记为发出，可“重新生成”或“作废评分包”。')
        onClose()
      } catch (error) {
        onClose()
        throw error
      }
    })
  }

  if (place !== '') return <KitPassphrases rows={rows} place={place} onClose={onClose} />
  const progress = sheets.length > 1 ? ` ${done}/${sheets.length}` : ''
  return (
    <ConfirmDialog
      open
      title={only ? `生成评分包：${only.name}` : `生成 ${sheets.length} 份评分包`}
      action={isBusy ? `正在加密${progress}…` : '生成并保存'}
      disabled={isShort || isBusy}
      onCancel={onClose}
      onConfirm={issue}
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        {rows.map(({ id, name, passphrase }, index) => (
          <TextField
            key={id}
            label={only ? '口令' : `${name}的口令`}
            {...(only
              ? { hint: `至少 ${shortestPassphrase} 个字；生成后再显示一次，忘记后只能重新生成` }
              : {})}
            value={passphrase}
            onCommit={(text) => setPassphrases((before) => before.with(index, text))}
          />
        ))}
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          {only?.kit
            ? '原来的评分包随即作废，按它交回的文件不再接收。'
            : '发出后，评分表不能在本机填写，收回评分表或作废评分包后恢复。'}
          {sheets.some(({ round }) => round === 2) &&
            '第二轮的评分包带有其他专家第一轮的评分和理由，不带姓名。'}
        </Box>
        {!props.hasMaterials && (
          <Box sx={{ fontSize: 13, color: colours.attention }}>
            ▲
            任务还没有材料。扣分须关联佐证：没有材料时，专家只能评满分或选“未证实”。请先在任务的“材料”里添加。
          </Box>
        )}
      </Box>
    </ConfirmDialog>
  )
}

/** Where one file was saved, or several in a folder of their own; null where the person cancelled. */
async function savedAs(
  files: readonly { name: string; bytes: Uint8Array }[],
  folderName: string,
): Promise<string | null> {
  const [first] = files
  if (first && files.length === 1) {
    const saved = await desktop.saveFile(first.name, first.bytes)
    return saved && `${saved.name}，存放在${saved.place}`
  }
  const saved = await desktop.saveFolder(
    folderName,
    files.map((file) => ({ ...file, folder: [] })),
  )
  return saved && `${files.length} 份评分包，存放在${saved.place}`
}

function proposed(): string {
  return passphraseOf([...crypto.getRandomValues(new Uint8Array(12))])
}
