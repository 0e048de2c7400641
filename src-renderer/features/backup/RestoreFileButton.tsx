import Button from '@mui/material/Button'
import { useRef } from 'react'
import type { Source } from './RestoreDialog.tsx'

/** A backup that lies anywhere: on a stick, from another machine. */
export function RestoreFileButton({ onChosen }: { onChosen: (source: Source) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant="outlined" onClick={() => input.current?.click()}>
        从文件恢复
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".jhb"
        aria-label="备份文件"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onChosen({ name: file.name, load: async () => new Uint8Array(await file.arrayBuffer()) })
        }}
      />
    </>
  )
}
