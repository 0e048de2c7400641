import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type DragEvent, useState } from 'react'
import { filesOfDrop } from '#ui/collect-files'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { useFileChoice } from '#ui/use-file-choice.tsx'
import { IncomingFile } from './IncomingFile.tsx'
import { putInInbox, useInbox } from './inbox.ts'
import { useFolderFile } from './use-folder-file.ts'

/** 接收数据包: chosen or dropped files, each led to where it belongs. */
export function ReceivePage() {
  const { attempt, say, sayError } = useToast()
  const [address, setInAddress] = useAddress()
  const inbox = useInbox()
  const [isOver, setIsOver] = useState(false)
  const open = inbox.find(({ key }) => key === address.get('file')) ?? inbox.at(-1)

  function show(key: string) {
    // What was chosen within the other file means nothing in this one.
    setInAddress({
      ...{ file: key, verdict: '', line: '', table: '', unit: '', search: '', view: '' },
      // Fetched already.
      ...{ folder: '', name: '' },
    })
  }
  useFolderFile(show)
  function take(files: readonly File[]) {
    const packages = files.filter(({ name }) => /\.jhx$/i.test(name))
    const others = files.filter((file) => !packages.includes(file)).map(({ name }) => name)
    if (others.length > 0)
      say({ text: `不是数据包（.jhx），没有打开：${others.slice(0, 3).join('、')}。`, severity: 'warning' })
    if (packages.length === 0) return
    attempt(async () => {
      const [first] = await putInInbox(packages)
      if (first) show(first.key)
    })
  }
  const { ask, field } = useFileChoice({
    label: '要接收的数据包',
    accept: '.jhx',
    multiple: true,
    onChosen: take,
  })
  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    filesOfDrop(event.dataTransfer).then((chosen) => take(chosen.map(({ file }) => file)), sayError)
  }

  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      sx={{
        flex: 1,
        minHeight: 0,
        display: 'flex',
        flexDirection: 'column',
        outline: isOver ? `2px solid ${colours.primary}` : 'none',
        outlineOffset: -2,
      }}
    >
      <PageHead title="接收数据包" trail="数据交换" note="先核对，最后一步才写入账套">
        <Button variant={open ? 'outlined' : 'contained'} onClick={ask}>
          选择文件
        </Button>
        {field}
      </PageHead>
      {inbox.length > 1 && open && (
        <Box
          role="group"
          aria-label="已打开的文件"
          sx={{
            flex: 'none',
            display: 'flex',
            flexWrap: 'wrap',
            gap: 1,
            px: 3,
            py: 1,
            bgcolor: 'background.paper',
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          {inbox.map(({ key, name }) => (
            <Button
              key={key}
              size="small"
              color={key === open.key ? 'primary' : 'inherit'}
              aria-pressed={key === open.key}
              onClick={() => show(key)}
              sx={{ bgcolor: key === open.key ? colours.selected : 'transparent' }}
            >
              {name}
            </Button>
          ))}
        </Box>
      )}
      {open ? (
        <IncomingFile key={open.key} file={open} />
      ) : (
        <Box
          sx={{
            flex: 1,
            display: 'grid',
            alignContent: 'center',
            justifyItems: 'center',
            gap: 4,
            m: 4,
            p: 6,
            bgcolor: 'background.paper',
            border: `1px dashed ${colours.control}`,
            borderRadius: 1,
          }}
        >
          <Box sx={{ fontSize: 16, fontWeight: 600 }}>选择或拖入数据包文件（.jhx）</Box>
          <Button variant="outlined" onClick={ask}>
            选择文件
          </Button>
          <Box sx={{ fontSize: 13, color: 'text.secondary', maxWidth: 620, textAlign: 'center' }}>
            参数包、上报包、批复包、回执、单位名片都从这里打开，可以一次选多个。先核对签名和内容，再逐条看会有什么变化，最后才导入；导入后可以整体撤销。
          </Box>
        </Box>
      )}
    </Box>
  )
}
