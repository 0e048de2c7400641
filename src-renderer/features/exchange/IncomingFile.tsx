import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { readCard } from '#actions/accept-peer'
import { carriesRecords, purposes } from '#domain/exchange/package'
import { trustOfSender } from '#domain/exchange/station'
import { provedAside } from '#exchange/aside'
import type { Proved } from '#exchange/proved'
import { useSession } from '#session'
import { allPeers, ownStation, packageById } from '#storage/exchange'
import { sentenceFor } from '#ui/error-text'
import { useToast } from '#ui/Toast.tsx'
import { IncomingReceipt } from './IncomingReceipt.tsx'
import { IncomingRecords } from './IncomingRecords.tsx'
import { type Lying, takeFromInbox } from './inbox.ts'
import type { ReadCard } from './PeersPage.tsx'
import { TakeCardDialog } from './TakeCardDialog.tsx'

/** What a file says of itself, once its signature and every part's digest were proved. */
export type Seen = Omit<Proved, 'carried'>

/** One file: what it is, and led to its own place. */
export function IncomingFile({ file }: { file: Lying }) {
  const [seen, setSeen] = useState<Seen | string | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    provedAside(file.bytes, signal).then(
      (read) => !signal.aborted && setSeen(read),
      (error: unknown) => !signal.aborted && setSeen(sentenceFor(error)),
    )
    return () => controller.abort()
  }, [file])
  const known = useLiveQuery(async () => {
    const id = typeof seen === 'object' && seen ? seen.manifest.id : ''
    const [station, peers, before] = [await ownStation(), await allPeers(), await packageById(id)]
    return { station, peers, before }
  }, [seen])
  if (seen === null || known === undefined)
    return (
      <Box role="status" sx={{ p: 4 }}>
        正在核对 {file.name} 的签名…
      </Box>
    )
  if (typeof seen === 'string')
    return (
      <Notice>
        <Alert severity="error">
          {file.name}：{seen}
        </Alert>
        <Away file={file} />
      </Notice>
    )
  const { purpose, sender } = seen.manifest
  const trust = trustOfSender(seen.publicKey, sender, known.station, known.peers)
  if (carriesRecords(purpose)) return <IncomingRecords file={file} seen={seen} trust={trust} {...known} />
  if (purpose === 'receipt') return <IncomingReceipt file={file} seen={seen} trust={trust} />
  if (purpose === 'station') return <IncomingCard file={file} />
  return (
    <Notice>
      <Alert severity="info">
        这是{purposes[purpose]}，
        {purpose === 'expert-kit'
          ? '请在账套页用“打开评分包”打开。'
          : '请在评价任务的“专家评分包”里点“收回评分表”。'}
      </Alert>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button
          variant="contained"
          component={Link}
          to={purpose === 'expert-kit' ? '/books' : '/evaluation/tasks'}
        >
          {purpose === 'expert-kit' ? '前往账套页' : '前往评价任务'}
        </Button>
        <Away file={file} />
      </Box>
    </Notice>
  )
}

export function Notice({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ p: 4, display: 'grid', gap: 4, maxWidth: 900, '& > button': { justifySelf: 'start' } }}>
      {children}
    </Box>
  )
}

export function Away({ file }: { file: Lying }) {
  return (
    <Button color="inherit" onClick={() => takeFromInbox(file.key)}>
      关闭这个文件
    </Button>
  )
}

function IncomingCard({ file }: { file: Lying }) {
  const { by } = useSession()
  const { attempt } = useToast()
  const [card, setCard] = useState<ReadCard | null>(null)
  return (
    <Notice>
      <Alert severity="info">这是一张单位名片。收取时与对方核对指纹，信任后才能导入其数据包。</Alert>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button
          variant="contained"
          onClick={() =>
            attempt(async () => setCard({ bytes: file.bytes, found: await readCard(file.bytes) }))
          }
        >
          收取名片
        </Button>
        <Button variant="outlined" component={Link} to="/exchange/peers">
          往来单位
        </Button>
        <Away file={file} />
      </Box>
      {card && <TakeCardDialog card={card} by={by} onClose={() => setCard(null)} />}
    </Notice>
  )
}
