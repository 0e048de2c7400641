import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useParams } from 'react-router'
import { purposes } from '#domain/exchange/package'
import type { Party } from '#domain/exchange/station'
import { useSession } from '#session'
import { ownStation } from '#storage/exchange'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { TextField } from '#ui/TextField.tsx'
import { CoverPaper } from './CoverPaper.tsx'
import { PaperFrame } from './PaperFrame.tsx'
import { usePackage } from './use-package.ts'

/** 封面 of a package for the seal: who is asked about it is filled in here, and nowhere kept. */
export function CoverPage() {
  const { id = '' } = useParams()
  const { by } = useSession()
  const record = usePackage(id)
  const station = useLiveQuery(ownStation, [])
  const [typed, setContact] = useState<string | null>(null)
  const [phone, setPhone] = useState('')
  if (record === undefined || station === undefined) return null
  if (record === null || station === null)
    return (
      <EmptyPage
        title="封面"
        trail="打印预览"
        text="台账里没有这个数据包。"
        way={{ to: '/exchange', name: '返回往来台账' }}
      />
    )
  // Of a package that came in somebody else knows who is asked.
  const contact = typed ?? (record.direction === 'out' ? by.name : '')
  const [sender, receiver]: [Party, Party] =
    record.direction === 'out' ? [station, record.peer] : [record.peer, station]
  return (
    <PaperFrame
      title={`封面：${purposes[record.purpose]} 第 ${record.sequence} 号`}
      file={`封面_${record.fileName.replace(/\.jhx$/i, '')}`}
      back={{ to: `/exchange/packages/${record.id}`, name: '返回台账' }}
    >
      <Box
        sx={{
          ...{ display: 'grid', gridTemplateColumns: '200px 200px', gap: 3, mb: 6 },
          ...{ displayPrint: 'none', fontFamily: 'inherit' },
        }}
      >
        <TextField label="经办人" hint="打印在封面上" value={contact} onCommit={setContact} />
        <TextField label="电话" value={phone} onCommit={setPhone} />
      </Box>
      <CoverPaper record={record} sender={sender} receiver={receiver} contact={contact} phone={phone} />
    </PaperFrame>
  )
}
