import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useEffect, useState } from 'react'
import { type Attachment, type AttachmentView, attachmentView, sizeText } from '#domain/attachment'
import { sentenceFor } from './error-text.ts'
import { PdfPages } from './PdfPages.tsx'

type Shown = { view: AttachmentView; bytes: Uint8Array } | { fault: string } | null

/** Shows a kept file without ever running it: PDF and pictures are drawn, anything else can only be saved. */
export function AttachmentViewer(props: {
  attachment: Attachment
  /** By hash; must stay the same function while the viewer is open. */
  load: (hash: string) => Promise<Uint8Array | null>
  onSave: () => void
  onClose: () => void
}) {
  const { attachment, load } = props
  const [shown, setShown] = useState<Shown>(null)

  useEffect(() => {
    let current = true
    load(attachment.hash)
      .then(
        (bytes): Shown =>
          bytes
            ? { bytes, view: attachmentView(attachment.name, bytes) }
            : { fault: '这个附件在本机找不到，登记的内容都在。请重新添加原来的文件。' },
      )
      .catch((error: unknown): Shown => ({ fault: sentenceFor(error) }))
      .then((next) => current && setShown(next))
    return () => {
      current = false
    }
  }, [attachment, load])

  return (
    <Dialog open onClose={props.onClose} maxWidth="lg" fullWidth aria-labelledby="attachment-title">
      <DialogTitle id="attachment-title">
        {attachment.name}（{sizeText(attachment.size)}）
      </DialogTitle>
      <DialogContent sx={{ height: '70vh', bgcolor: 'background.default' }}>
        {shown && <Content shown={shown} name={attachment.name} />}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={props.onSave}>
          另存
        </Button>
        <Button variant="contained" onClick={props.onClose}>
          关闭
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Content({ shown, name }: { shown: NonNullable<Shown>; name: string }) {
  if ('fault' in shown) return <Box sx={{ p: 4 }}>{shown.fault}</Box>
  if (shown.view === 'pdf') return <PdfPages bytes={shown.bytes} />
  if (shown.view === 'picture') return <Picture bytes={shown.bytes} name={name} />
  return <Box sx={{ p: 4 }}>这类文件不在程序内打开。点“另存”后用相应的软件查看。</Box>
}

function Picture({ bytes, name }: { bytes: Uint8Array; name: string }) {
  const [address, setAddress] = useState('')
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
    setAddress(url)
    return () => URL.revokeObjectURL(url)
  }, [bytes])
  if (address === '') return null
  return (
    <Box component="img" src={address} alt={name} sx={{ maxWidth: '100%', display: 'block', mx: 'auto' }} />
  )
}
