import { type ReactNode, useState } from 'react'
import type { Attachment } from '#domain/attachment'
import { AttachmentViewer } from './AttachmentViewer.tsx'
import { bytesOf } from './collect-files.ts'
import { useToast } from './Toast.tsx'
import type { Chosen } from './use-file-choice.tsx'

/** Where files are kept and how they leave; must stay the same functions while a file is shown. */
export type AttachmentStore = {
  keep: (bytes: Uint8Array) => Promise<{ hash: string; size: number }>
  read: (hash: string) => Promise<Uint8Array | null>
  save: (name: string, bytes: Uint8Array) => Promise<{ name: string; place: string } | null>
}

/** Files that belong to a record: kept, each once; shown here where it can be, and saved again. */
export function useAttachments(store: AttachmentStore, word: '附件' | '材料') {
  const { attempt, say } = useToast()
  const [viewed, setViewed] = useState<Attachment | null>(null)

  function keep(
    files: Chosen,
    {
      present,
      by,
      onKept,
    }: { present: readonly Attachment[]; by: string; onKept: (added: Attachment[]) => void },
  ) {
    attempt(async () => {
      const known = new Set(present.map(({ hash }) => hash))
      const added: Attachment[] = []
      for (const file of files) {
        const { hash, size } = await store.keep(await bytesOf(file))
        if (known.has(hash)) continue
        known.add(hash)
        added.push({ hash, size, name: file.name, addedAt: new Date().toISOString(), addedBy: by })
      }
      if (added.length > 0) onKept(added)
      else say({ text: `所选的文件已经在${word}里，没有重复添加。`, severity: 'info' })
    })
  }

  function save({ hash, name }: Attachment) {
    attempt(async () => {
      const bytes = await store.read(hash)
      if (!bytes) {
        say({ text: `${word}“${name}”在本机找不到，请重新添加。`, severity: 'warning' })
        return
      }
      const saved = await store.save(name, bytes)
      if (saved) say(`已保存 ${saved.name}，存放在${saved.place}。`)
    })
  }

  const viewer: ReactNode = viewed && (
    <AttachmentViewer
      attachment={viewed}
      load={store.read}
      onSave={() => save(viewed)}
      onClose={() => setViewed(null)}
    />
  )
  return { keep, view: setViewed, viewer }
}
