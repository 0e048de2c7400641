import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { publishDisclosures } from '#actions/publish-disclosures'
import { attachmentStore } from '#desktop'
import { isDay } from '#domain/dates'
import type { Publishing } from '#domain/disclosures/disclosure'
import { disclosurePlaces } from '#domain/disclosures/rules'
import type { DisclosureRow } from '#domain/disclosures/standing'
import { useSession } from '#session'
import { localToday } from '#storage/local-day'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { DayField } from '#ui/DayField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useWork } from '#ui/use-work'
import { seenOf } from './disclosure-rows.ts'

/** 登记公开: one day, address and proof for all that is chosen. */
export function PublishDialog(props: {
  rows: readonly DisclosureRow[]
  onClose: () => void
  onDone: () => void
}) {
  const { rows } = props
  const { book, by } = useSession()
  const { say } = useToast()
  const { isWorking, work } = useWork()
  const [only] = rows.length === 1 ? rows : []
  const [publishing, setPublishing] = useState<Publishing>(() => ({
    publishedOn: only?.record?.publishedOn || localToday(),
    place: only?.record?.place ?? '',
    address: only?.record?.address ?? '',
    proofs: only?.record?.proofs ?? [],
  }))
  const places = [...new Set(rows.map(({ rule }) => disclosurePlaces[rule.place]))]
  const isProved = publishing.address.trim() !== '' || publishing.proofs.length > 0
  const put = (change: Partial<Publishing>) => setPublishing((before) => ({ ...before, ...change }))

  function register() {
    work(async () => {
      await publishDisclosures(book.id, rows.map(seenOf), publishing, by)
      say(`登记公开 ${rows.length} 项信息`)
      props.onDone()
    })
  }

  return (
    <ConfirmDialog
      open
      title={only ? `登记公开：${only.name}` : `登记公开 ${rows.length} 项信息`}
      action={isWorking ? '正在办理…' : '登记公开'}
      disabled={isWorking || !isProved || !isDay(publishing.publishedOn)}
      onCancel={props.onClose}
      onConfirm={register}
    >
      <Box sx={{ display: 'grid', gap: 3, pt: 2 }}>
        <DayField
          label="实际公开日期"
          value={publishing.publishedOn}
          onCommit={(publishedOn) => put({ publishedOn })}
        />
        <TextField
          label="公开位置"
          value={publishing.place}
          placeholder={places.join('、')}
          slotProps={{ inputLabel: { shrink: true } }}
          helperText="不填时按规则登记，如栏目不同请写明。"
          onChange={(event) => put({ place: event.target.value })}
        />
        <TextField
          autoFocus
          label="网址"
          value={publishing.address}
          placeholder="如 http://www.scnj.gov.cn/…"
          onChange={(event) => put({ address: event.target.value })}
        />
        <AttachmentList
          attachments={publishing.proofs}
          store={attachmentStore}
          addedBy={by.name}
          mayAdd
          mayRemove
          inputLabel="公开页面截图"
          onChange={(proofs) => put({ proofs })}
        />
        {!isProved && (
          <Box role="status" sx={{ fontSize: 13, color: 'text.secondary' }}>
            网址和截图至少有一样，作为公开的依据。
          </Box>
        )}
      </Box>
    </ConfirmDialog>
  )
}
