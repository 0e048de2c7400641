import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { bytesOf } from '#ui/collect-files'
import { sentenceFor } from '#ui/error-text'
import { useToast } from '#ui/Toast.tsx'
import { useFileChoice } from '#ui/use-file-choice.tsx'

/** Heavy with what opens packages, and on no start but an expert's first of any use. */
const opening = () => import('#actions/open-expert-kit')

type Chosen = { name: string; bytes: Uint8Array }

/** The button that opens a 评分包: another file is refused at once, and a mistyped passphrase is typed again. */
export function KitOpener(props: {
  label: string
  small?: boolean
  by: Actor
  onMake: (make: () => Promise<YearBook>) => Promise<void>
}) {
  const { attempt } = useToast()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const { ask, field } = useFileChoice({
    label: '专家评分包',
    accept: '.jhx',
    onChosen: ([file]) =>
      attempt(async () => {
        const bytes = await bytesOf(file)
        const { assertKit } = await opening()
        assertKit(bytes)
        setChosen({ name: file.name, bytes })
      }),
  })

  return (
    <>
      <Button variant="outlined" {...(props.small ? { size: 'small' as const } : {})} onClick={ask}>
        {props.label}
      </Button>
      {field}
      {chosen && <KitPassphrase {...props} chosen={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}

function KitPassphrase(props: {
  chosen: Chosen
  by: Actor
  onMake: (make: () => Promise<YearBook>) => Promise<void>
  onClose: () => void
}) {
  const { chosen, by, onMake, onClose } = props
  const { attempt } = useToast()
  const [passphrase, setPassphrase] = useState('')
  const [fault, setFault] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const isEmpty = passphrase.trim() === ''

  function open() {
    if (isEmpty || isBusy) return
    setIsBusy(true)
    attempt(async () => {
      try {
        const { openExpertKit } = await opening()
        await onMake(() => openExpertKit(chosen.bytes, passphrase, by))
        onClose()
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'wrong-passphrase')) {
          onClose()
          throw error
        }
        setFault(sentenceFor(error))
        setIsBusy(false)
      }
    })
  }

  return (
    <ConfirmDialog
      open
      title={`打开 ${chosen.name}`}
      action={isBusy ? '正在打开…' : '打开'}
      disabled={isEmpty || isBusy}
      onCancel={onClose}
      onConfirm={open}
    >
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault()
          open()
        }}
        sx={{ pt: 2 }}
      >
        <TextField
          autoFocus
          fullWidth
          label="口令"
          value={passphrase}
          error={fault !== ''}
          helperText={fault || '由财政局当面或电话告知；大小写和中间的短横线不影响。'}
          onChange={(event) => {
            setPassphrase(event.target.value)
            setFault('')
          }}
          slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false } }}
        />
      </Box>
    </ConfirmDialog>
  )
}
