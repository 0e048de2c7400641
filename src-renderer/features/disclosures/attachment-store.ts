import { desktop } from '#desktop'
import type { AttachmentStore } from '#ui/AttachmentList.tsx'

export const attachmentStore: AttachmentStore = {
  keep: (bytes) => desktop.keepAttachment(bytes),
  read: (hash) => desktop.readAttachment(hash),
  save: (name, bytes) => desktop.saveFile(name, bytes),
}
