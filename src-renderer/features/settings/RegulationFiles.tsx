import { attachmentStore } from '#desktop'
import type { Attachment } from '#domain/attachment'
import { useSession } from '#session'
import { AttachmentList } from '#ui/AttachmentList.tsx'

/** 附件 of a document of the 制度库. */
export function RegulationFiles(props: {
  attachments: readonly Attachment[]
  mayAdd: boolean
  onChange: (attachments: Attachment[]) => void
}) {
  const { by } = useSession()
  return <AttachmentList {...props} store={attachmentStore} addedBy={by.name} mayRemove />
}
