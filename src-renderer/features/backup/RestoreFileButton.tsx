import Button from '@mui/material/Button'
import { bytesOf } from '#ui/collect-files'
import { useFileChoice } from '#ui/use-file-choice.tsx'
import type { Source } from './RestoreDialog.tsx'

/** A backup that lies anywhere: on a stick, from another machine. */
export function RestoreFileButton({ onChosen }: { onChosen: (source: Source) => void }) {
  const { ask, field } = useFileChoice({
    label: '备份文件',
    accept: '.jhb',
    onChosen: ([file]) => onChosen({ name: file.name, load: () => bytesOf(file) }),
  })
  return (
    <>
      <Button variant="outlined" onClick={ask}>
        从文件恢复
      </Button>
      {field}
    </>
  )
}
