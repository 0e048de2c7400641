import Box from '@mui/material/Box'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { TextField } from '#ui/TextField.tsx'

/** 通报: its number stands on the document and with every result. */
export function AnnouncementDialog(props: {
  title: string
  year: number
  onCancel: () => void
  onConfirm: (number: string) => void
}) {
  const [number, setNumber] = useState('')
  return (
    <ConfirmDialog
      open
      title={props.title}
      action="通报"
      onCancel={props.onCancel}
      onConfirm={() => props.onConfirm(number)}
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        <TextField
          label="通报文号"
          value={number}
          placeholder={`〔${props.year + 1}〕号，没有可不填`}
          wide
          onCommit={setNumber}
        />
        <Box sx={{ fontSize: 13 }}>登记后可随时导出通报文件。</Box>
      </Box>
    </ConfirmDialog>
  )
}
