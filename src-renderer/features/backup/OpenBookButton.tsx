import Button from '@mui/material/Button'
import { useRef, useState } from 'react'
import { openBookFile } from '#actions/open-book-file'
import { inspectFile } from '#backup/open'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useToast } from '#ui/Toast.tsx'

/** 打开只读账套: a book's file of another machine; a sealed one asks for its passphrase. */
export function OpenBookButton(props: {
  by: Actor
  onOpen: (make: () => Promise<YearBook>) => Promise<unknown>
}) {
  const { attempt } = useToast()
  const input = useRef<HTMLInputElement>(null)
  const [asking, setAsking] = useState<{ name: string; bytes: Uint8Array } | null>(null)
  const [passphrase, setPassphrase] = useState('')

  function choose(file: File) {
    setPassphrase('')
    attempt(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const { manifest } = await inspectFile(bytes)
      if (manifest.lock) setAsking({ name: file.name, bytes })
      else await props.onOpen(() => openBookFile(bytes, '', props.by))
    })
  }

  return (
    <>
      <Button variant="outlined" onClick={() => input.current?.click()}>
        打开只读账套
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".jhb"
        aria-label="只读账套文件"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) choose(file)
        }}
      />
      {asking && (
        <ConfirmDialog
          open
          title={`打开 ${asking.name}`}
          action="打开"
          disabled={passphrase === ''}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null)
            attempt(() => props.onOpen(() => openBookFile(asking.bytes, passphrase, props.by)))
          }}
        >
          <PasswordField label="口令" value={passphrase} onChange={setPassphrase} focus />
        </ConfirmDialog>
      )}
    </>
  )
}
