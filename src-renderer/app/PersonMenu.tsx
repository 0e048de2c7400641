import PersonOutlined from '@mui/icons-material/PersonOutlined'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'

/** 经办人: the name that stands on every change. */
export function PersonMenu() {
  const { by, setBy } = useSession()
  const [name, setName] = useState<string | null>(null)
  const typed = (name ?? '').trim()
  return (
    <>
      <Button
        startIcon={<PersonOutlined />}
        onClick={() => setName(by)}
        aria-label={`经办人 ${by}，更换`}
        sx={{ color: 'text.primary' }}
      >
        {by}
      </Button>
      <ConfirmDialog
        open={name !== null}
        title="更换经办人"
        action="更换"
        disabled={typed === ''}
        onCancel={() => setName(null)}
        onConfirm={() => {
          setBy(typed)
          setName(null)
        }}
      >
        <TextField
          autoFocus
          fullWidth
          label="姓名"
          value={name ?? ''}
          onChange={(event) => setName(event.target.value)}
          helperText="此后的每次修改都记在这个名字下。"
          sx={{ mt: 2 }}
        />
      </ConfirmDialog>
    </>
  )
}
