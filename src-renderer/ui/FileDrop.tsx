import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type DragEvent, useState } from 'react'
import { type ChosenFile, filesOfDrop, filesOfInput, workbookTypes } from './collect-files.ts'
import { colours } from './theme.ts'
import { type Chosen, useFileChoice } from './use-file-choice.tsx'

/** 选择: files, a folder, or a drop of both. */
export function FileDrop(props: {
  title: string
  /** Says why nothing was begun; '' where there is nothing to say. */
  note: string
  onChosen: (files: ChosenFile[]) => void
  onFailed: (error: unknown) => void
}) {
  const [isOver, setIsOver] = useState(false)
  const onChosen = (files: Chosen) => props.onChosen(filesOfInput(files))
  const ofFiles = useFileChoice({ label: '要导入的文件', accept: workbookTypes, multiple: true, onChosen })
  const ofFolder = useFileChoice({ label: '要导入的文件夹', folder: true, onChosen })

  function onDrop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    filesOfDrop(event.dataTransfer).then(props.onChosen, props.onFailed)
  }

  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      data-testid="drop-zone"
      sx={{
        flex: 1,
        minHeight: 260,
        display: 'grid',
        alignContent: 'center',
        justifyItems: 'center',
        gap: 4,
        m: 4,
        p: 6,
        bgcolor: isOver ? colours.selected : 'background.paper',
        border: `1px dashed ${isOver ? colours.primary : colours.control}`,
        borderRadius: 1,
      }}
    >
      <Typography variant="h2">{props.title}</Typography>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" onClick={ofFolder.ask}>
          选择文件夹
        </Button>
        <Button variant="outlined" onClick={ofFiles.ask}>
          选择文件
        </Button>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'center', maxWidth: 620 }}>
        支持
        .xlsx、.xls、.et，子文件夹里的也会一起读取。先识别、再核对，最后一步才写入账套；原文件不会被改动。
      </Typography>
      {props.note !== '' && <Alert severity="warning">{props.note}</Alert>}
      {ofFiles.field}
      {ofFolder.field}
    </Box>
  )
}
