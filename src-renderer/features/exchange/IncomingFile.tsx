import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { readCard } from '#actions/accept-peer'
import { AppError } from '#domain/errors'
import { carriesRecords, purposes } from '#domain/exchange/package'
import { trustOfSender } from '#domain/exchange/station'
import { provedAside } from '#exchange/aside'
import type { Proved } from '#exchange/proved'
import { useSession } from '#session'
import { newestVersion } from '#storage/database'
import { allPeers, ownStation, packageById } from '#storage/exchange'
import { codeOf, sentenceFor } from '#ui/error-text'
import { useToast } from '#ui/Toast.tsx'
import { IncomingReceipt } from './IncomingReceipt.tsx'
import { IncomingRecords } from './IncomingRecords.tsx'
import { type Lying, takeFromInbox } from './inbox.ts'
import { TakeCardDialog } from './TakeCardDialog.tsx'
import type { ReadCard } from './use-chosen-card.ts'

/** What a file says of itself, once its signature and every part's digest were proved. */
export type Seen = Omit<Proved, 'carried'>

/** One file: what it is, and led to its own place. */
export function IncomingFile({ file }: { file: Lying }) {
  const [seen, setSeen] = useState<Seen | Refusal | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    provedAside(file.bytes, signal).then(
      (read) => !signal.aborted && setSeen(read),
      (error: unknown) => !signal.aborted && setSeen({ error }),
    )
    return () => controller.abort()
  }, [file])
  const known = useLiveQuery(async () => {
    const id = seen && !isRefusal(seen) ? seen.manifest.id : ''
    const [station, peers, before] = [await ownStation(), await allPeers(), await packageById(id)]
    return { station, peers, before }
  }, [seen])
  if (seen === null || known === undefined)
    return (
      <Box role="status" sx={{ p: 4 }}>
        正在核对 {file.name} 的签名…
      </Box>
    )
  if (isRefusal(seen)) return <Refused file={file} error={seen.error} />
  const { purpose, sender, schemaVersion } = seen.manifest
  if (carriesRecords(purpose) && schemaVersion > newestVersion())
    return <Refused file={file} error={new AppError('newer-package')} />
  const trust = trustOfSender(seen.publicKey, sender, known.station, known.peers)
  if (carriesRecords(purpose)) return <IncomingRecords file={file} seen={seen} trust={trust} {...known} />
  if (purpose === 'receipt') return <IncomingReceipt file={file} seen={seen} trust={trust} />
  if (purpose === 'station') return <IncomingCard file={file} name={sender.name} />
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

type Refusal = { error: unknown }

function isRefusal(seen: Seen | Refusal): seen is Refusal {
  return 'error' in seen
}

/** A file that is not read any further, and the way on: from a newer program it is whole, and this one is to be renewed. */
function Refused({ file, error }: { file: Lying; error: unknown }) {
  const isNewer = codeOf(error) === 'newer-package'
  return (
    <Notice>
      <Alert severity={isNewer ? 'warning' : 'error'}>
        {file.name}：{sentenceFor(error)}
      </Alert>
      {isNewer && (
        <Box sx={{ fontSize: 14 }}>
          新版安装程序请向发送单位或上级财政部门索取；本机现在的版本见“关于”。没有升级之前，其他数据包照常收发。
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        {isNewer && (
          <Button variant="outlined" component={Link} to="/settings/about">
            查看本机版本
          </Button>
        )}
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

function IncomingCard({ file, name }: { file: Lying; name: string }) {
  const { by } = useSession()
  const { attempt } = useToast()
  const [card, setCard] = useState<ReadCard | null>(null)
  return (
    <Notice>
      <Alert severity="info">这是{name}的单位名片。收取时与对方核对指纹，信任后才能导入其数据包。</Alert>
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
