import type { Moment } from './dates.ts'

/** 附件: a file kept by its content outside the database; the record holds its hash (SHA-256), name and size in bytes. */
export type Attachment = { hash: string; name: string; size: number; addedAt: Moment; addedBy: string }

/** How the application may show a file; 'none' is only ever saved again, never opened. */
export type AttachmentView = 'pdf' | 'picture' | 'none'

const pictures = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp']

/** What a file's first bytes say it is: its name is the sender's word. SVG can carry scripts and is not shown. */
export function attachmentView(name: string, bytes: Uint8Array): AttachmentView {
  if (startsWith(bytes, '%PDF-')) return 'pdf'
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const isPicture =
    startsWith(bytes, '\x89PNG') ||
    startsWith(bytes, '\xff\xd8\xff') ||
    startsWith(bytes, 'GIF8') ||
    startsWith(bytes, 'BM') ||
    (startsWith(bytes, 'RIFF') && ending === 'webp')
  return isPicture && pictures.includes(ending) ? 'picture' : 'none'
}

function startsWith(bytes: Uint8Array, head: string): boolean {
  return [...head].every((letter, index) => bytes[index] === letter.charCodeAt(0))
}

/** 12 KB, 3.4 MB. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  const kilobytes = bytes / 1024
  return kilobytes < 1000 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
