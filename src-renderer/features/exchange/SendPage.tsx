import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { ExchangeFolder } from '#desktop'
import { type Receiver, receiversOf } from '#domain/exchange/offer'
import { type PackageRecord, purposes } from '#domain/exchange/package'
import { isSameParty, type Station } from '#domain/exchange/station'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { allPeers, ownStation } from '#storage/exchange'
import { EmptyState } from '#ui/EmptyState.tsx'
import { sentenceFor } from '#ui/error-text'
import { PageHead } from '#ui/PageHead.tsx'
import { ReadingProgress } from '#ui/ReadingProgress.tsx'
import { useToast } from '#ui/Toast.tsx'
import { NeedAccount } from './NeedAccount.tsx'
import { SendChoices } from './SendChoices.tsx'
import { SendPreview } from './SendPreview.tsx'
import { SendResult } from './SendResult.tsx'
import { type Saved, savePackages } from './save-packages.ts'
import { useKeyLost } from './use-key-lost.ts'
import { type Draft, type SendWanted, usePreparing } from './use-preparing.ts'

/** 生成数据包: for whom, what for → what is inside → saved, with its 封面. */
export function SendPage() {
  const { book, dataKey } = useSession()
  const read = useLiveQuery(async () => {
    const [station, peers, units] = [await ownStation(), await allPeers(), await unitsOf(book.id)]
    return { station, receivers: station ? receiversOf(station, peers, units) : [] }
  }, [book.id])
  if (!read) return null
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      {dataKey === null && <Plain>{<NeedAccount />}</Plain>}
      {dataKey !== null && !read.station && (
        <Plain>
          <EmptyState text="数据包要由本机签名。请先建立本机名片。">
            <Button variant="contained" component={Link} to="/exchange/peers">
              建立本机名片
            </Button>
          </EmptyState>
        </Plain>
      )}
      {dataKey !== null && read.station && (book.collected || book.kit) && (
        <Plain>
          <EmptyState text="打开的是收来的账套，只能查看，不能从它生成数据包。请切换到本单位的账套。" />
        </Plain>
      )}
      {dataKey !== null && read.station && !book.collected && !book.kit && (
        <Signing station={read.station} receivers={read.receivers} />
      )}
    </Box>
  )
}

function Plain({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHead title="生成数据包" trail="数据交换" />
      {children}
    </>
  )
}

/** Nothing can be signed any more: said before anything is chosen, with the way to a new key. */
function Signing(props: { station: Station; receivers: readonly Receiver[] }) {
  const isLost = useKeyLost(props.station)
  if (isLost === null) return null
  if (!isLost) return <Sending {...props} />
  return (
    <Plain>
      <EmptyState text="本机的签名密钥打不开了（丢失或损坏），不能生成数据包；账套和往来台账都在。请换用新密钥，再把新名片交给各往来单位核对指纹。">
        <Button variant="contained" component={Link} to="/exchange/peers">
          前往更换密钥
        </Button>
      </EmptyState>
    </Plain>
  )
}

function Sending({ station, receivers }: { station: Station; receivers: readonly Receiver[] }) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const preparing = usePreparing()
  const [wanted, setWanted] = useState<SendWanted | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)
  const [isSaving, setIsSaving] = useState(false)

  function prepare(next: SendWanted) {
    setWanted(next)
    attempt(() => preparing.prepare(next))
  }
  function save(drafts: readonly Draft[], outbox: ExchangeFolder | null) {
    const prepared = drafts.flatMap((draft) => (draft.prepared ? [draft.prepared] : []))
    const folderName = wanted ? `${purposes[wanted.purpose]}_${book.year}_${prepared.length}份` : ''
    setIsSaving(true)
    attempt(async () => {
      try {
        const done = await savePackages(prepared, { outbox, folderName }, by)
        setSaved(done)
        if (!done) say({ text: notSaved, severity: 'warning' })
      } catch (error) {
        say({ text: `${sentenceFor(error)}${dropped}`, severity: 'error' })
      } finally {
        setIsSaving(false)
        // They stand in the ledger now: what is wanted again is made anew.
        preparing.reset()
      }
    })
  }
  function again() {
    setSaved(null)
    preparing.reset()
  }
  /** Back to the choices, with those whose packages were not written. */
  function againForLost(lost: readonly PackageRecord[]) {
    const isLost = ({ party }: Receiver) => lost.some(({ peer }) => isSameParty(peer, party))
    setWanted((before) => before && { ...before, receivers: before.receivers.filter(isLost) })
    again()
  }

  if (saved)
    return (
      <SendResult
        saved={saved}
        passphrase={passphraseOf(wanted)}
        onAgain={again}
        onLost={() => againForLost(saved.lost)}
      />
    )
  if (preparing.progress)
    return (
      <Plain>
        <ReadingProgress progress={preparing.progress} onCancel={preparing.cancel} />
      </Plain>
    )
  if (preparing.drafts && wanted)
    return (
      <SendPreview
        purpose={wanted.purpose}
        drafts={preparing.drafts}
        isSaving={isSaving}
        onBack={preparing.reset}
        onWithoutMissing={() => prepare({ ...wanted, attachments: 'there' })}
        onSave={save}
      />
    )
  return <SendChoices station={station} receivers={receivers} before={wanted} onNext={prepare} />
}

const dropped = '没有保存的数据包已在台账中记为作废，选择都还在，处理后请重新生成。'
const notSaved = `没有保存文件。${dropped}`

function passphraseOf(wanted: SendWanted | null): string {
  return wanted?.closing === 'passphrase' ? wanted.passphrase : ''
}
