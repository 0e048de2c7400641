import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import { type Attachment, sizeText } from '#domain/attachment'
import { takeRow } from './take-row.ts'
import { type AttachmentStore, useAttachments } from './use-attachments.tsx'
import { useFileChoice } from './use-file-choice.tsx'

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
  const { attachments, addedBy, onChange } = props
  const { keep, view, viewer } = useAttachments(props.store, '附件')
  const adder = useRef<HTMLButtonElement>(null)
  const { ask, field } = useFileChoice({
    label: props.inputLabel ?? '附件文件',
    multiple: true,
    onChosen: (files) =>
      keep(files, {
        present: attachments,
        by: addedBy,
        onKept: (added) => onChange([...attachments, ...added]),
      }),
  })

  return (
    <Box sx={{ gridColumn: '1 / -1', display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Box sx={{ flex: 1, fontSize: 12, color: 'text.secondary' }}>附件（每个不超过 64 MB）</Box>
        <Button ref={adder} size="small" disabled={!props.mayAdd} onClick={ask}>
          添加附件
        </Button>
        {field}
      </Box>
      {attachments.map((each) => (
        <Box key={each.hash} data-row sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: 13 }}>
          <Box title={each.name} sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {each.name}
          </Box>
          <Box sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>{sizeText(each.size)}</Box>
          <Button size="small" aria-label={`查看 ${each.name}`} onClick={() => view(each)}>
            查看
          </Button>
          {props.mayRemove && (
            <Button
              size="small"
              color="error"
              aria-label={`移除 ${each.name}`}
              onClick={({ currentTarget }) =>
                takeRow(currentTarget, adder, () =>
                  onChange(attachments.filter((other) => other.hash !== each.hash)),
                )
              }
            >
              移除
            </Button>
          )}
        </Box>
      ))}
      {viewer}
    </Box>
  )
}
