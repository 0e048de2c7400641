import Box from '@mui/material/Box'
import { attachmentLimits, filesText } from '#domain/exchange/attachments'
import type { FilesCount } from '#domain/exchange/package'

/** 附件 12 个，3.4 MB, with what is worth a second look: some are missing, or there are very many. */
export function FilesMark({ files }: { files: FilesCount | undefined }) {
  const text = filesText(files)
  if (!files || text === '') return null
  const isLarge = files.bytes >= attachmentLimits.warnBytes.value
  const isShort = files.lacking > 0
  return (
    <Box sx={{ color: isLarge || isShort ? 'warning.main' : 'text.secondary' }}>
      {(isLarge || isShort) && <span aria-hidden="true">▲ </span>}
      {text}
      {isLarge && '，较大，复制和导入会慢一些'}
    </Box>
  )
}
