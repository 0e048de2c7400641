import Button from '@mui/material/Button'
import { useState } from 'react'
import { openBookFile } from '#actions/open-book-file'
import { inspectFile } from '#backup/open'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { bytesOf } from '#ui/collect-files'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useFileChoice } from '#ui/use-file-choice.tsx'

/** 打开只读账套: a book's file of another machine; a sealed one asks for its passphrase. */
export function OpenBookButton(props: {
  by: Actor
  onOpen: (make: () => Promise<YearBook>) => Promise<unknown>
}) {
  const { attempt } = useToast()
  const [asking, setAsking] = useState<{ name: string; bytes: Uint8Array } | null>(null)
  const [passphrase, setPassphrase] = useState('')

  const { ask, field } = useFileChoice({
    label: '只读账套文件',
    accept: '.jhb',
    onChosen: ([file]) => choose(file),
  })

  function choose(file: File) {
    setPassphrase('')
    attempt(async () => {
      const bytes = await bytesOf(file)
      const { manifest } = await inspectFile(bytes)
      if (manifest.lock) setAsking({ name: file.name, bytes })
      else await props.onOpen(() => openBookFile(bytes, '', props.by))
    })
  }

  return (
    <>
      <Button variant="outlined" onClick={ask}>
        打开只读账套
      </Button>
      {field}
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
