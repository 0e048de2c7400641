import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef, useState } from 'react'
import { type Attachment, sizeText } from '#domain/attachment'
import { AttachmentViewer } from './AttachmentViewer.tsx'
import { useToast } from './Toast.tsx'

/** Where files are kept and how they leave; must stay the same functions while the list is shown. */
export type AttachmentStore = {
  keep: (bytes: Uint8Array) => Promise<{ hash: string; size: number }>
  read: (hash: string) => Promise<Uint8Array | null>
  save: (name: string, bytes: Uint8Array) => Promise<{ name: string; place: string } | null>
}

/** 附件 of a record: the same file is stored once; PDF and pictures open here, others are saved again. */
export function AttachmentList(props: {
  attachments: readonly Attachment[]
  store: AttachmentStore
  addedBy: string
  mayAdd: boolean
  mayRemove: boolean
  /** Names the file input where several lists stand on a page. */
  inputLabel?: string
  onChange: (attachments: Attachment[]) => void
}) {
  const { attempt, say } = useToast()
  const input = useRef<HTMLInputElement>(null)
  const [viewed, setViewed] = useState<Attachment | null>(null)
  const { attachments, store } = props

  function add(files: readonly File[]) {
    attempt(async () => {
      const added: Attachment[] = []
      for (const file of files) {
        const { hash, size } = await store.keep(new Uint8Array(await file.arrayBuffer()))
        const known = [...attachments, ...added].some((each) => each.hash === hash)
        if (!known)
          added.push({
            hash,
            size,
            name: file.name,
            addedAt: new Date().toISOString(),
            addedBy: props.addedBy,
          })
      }
      if (added.length > 0) props.onChange([...attachments, ...added])
      else say({ text: '所选的文件已经在附件里，没有重复添加。', severity: 'info' })
    })
  }

  function save(attachment: Attachment) {
    attempt(async () => {
      const bytes = await store.read(attachment.hash)
      if (!bytes) {
        say({ text: `附件“${attachment.name}”在本机找不到，请重新添加。`, severity: 'warning' })
        return
      }
      const saved = await store.save(attachment.name, bytes)
      if (saved) say(`已保存 ${saved.name}，存放在${saved.place}。`)
    })
  }

  return (
    <Box sx={{ gridColumn: '1 / -1', display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Box sx={{ flex: 1, fontSize: 12, color: 'text.secondary' }}>附件（每个不超过 64 MB）</Box>
        <Button size="small" disabled={!props.mayAdd} onClick={() => input.current?.click()}>
          添加附件
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label={props.inputLabel ?? '附件文件'}
          onChange={(event) => {
            add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </Box>
      {attachments.map((each) => (
        <Box key={each.hash} sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: 13 }}>
          <Box title={each.name} sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {each.name}
          </Box>
          <Box sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>{sizeText(each.size)}</Box>
          <Button size="small" aria-label={`查看 ${each.name}`} onClick={() => setViewed(each)}>
            查看
          </Button>
          {props.mayRemove && (
            <Button
              size="small"
              color="error"
              aria-label={`移除 ${each.name}`}
              onClick={() => props.onChange(attachments.filter((other) => other.hash !== each.hash))}
            >
              移除
            </Button>
          )}
        </Box>
      ))}
      {viewed && (
        <AttachmentViewer
          attachment={viewed}
          load={store.read}
          onSave={() => save(viewed)}
          onClose={() => setViewed(null)}
        />
      )}
    </Box>
  )
}
