import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useParams } from 'react-router'
import { carriesRecords, type PackageRecord, purposes } from '#domain/exchange/package'
import type { Station } from '#domain/exchange/station'
import { useSession } from '#session'
import { ownStation, packageById } from '#storage/exchange'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useAddress } from '#ui/use-address'
import { CoverPaper } from './CoverPaper.tsx'
import { PaperFrame } from './PaperFrame.tsx'

/** Where the covers of several packages are printed in one go. */
export function coversAddress(records: readonly PackageRecord[]): string {
  return `/exchange/covers?ids=${records.map(({ id }) => id).join(',')}`
}

/** 封面 of a package for the seal. */
export function CoverPage() {
  const { id = '' } = useParams()
  return <Covers ids={[id]} />
}

/** 封面 of the packages that were chosen. */
export function CoversPage() {
  const [address] = useAddress()
  return <Covers ids={(address.get('ids') ?? '').split(',')} />
}

function Covers({ ids }: { ids: readonly string[] }) {
  const wanted = ids.join(',')
  const read = useLiveQuery(async () => {
    const found = await Promise.all(wanted.split(',').map(packageById))
    const records = found.filter((each) => each !== null).filter(({ purpose }) => carriesRecords(purpose))
    return { records, station: await ownStation() }
  }, [wanted])
  if (!read) return null
  const { records, station } = read
  const [first] = records
  if (!first || !station)
    return (
      <EmptyPage
        title="封面"
        trail="打印预览"
        text="台账里没有这个数据包。"
        way={{ to: '/exchange', name: '返回往来台账' }}
      />
    )
  return <CoverPapers records={[first, ...records.slice(1)]} station={station} />
}

/** Who is asked about the packages is filled in here once for all of them, and nowhere kept. */
function CoverPapers(props: { records: readonly [PackageRecord, ...PackageRecord[]]; station: Station }) {
  const { records, station } = props
  const { by } = useSession()
  const [typed, setContact] = useState<string | null>(null)
  const [phone, setPhone] = useState('')
  const [first] = records
  const isOne = records.length === 1
  // Of a package that came in somebody else knows who is asked.
  const contactOf = ({ direction }: PackageRecord) => typed ?? (direction === 'out' ? by.name : '')
  function paperOf(record: PackageRecord) {
    const { direction, peer } = record
    const [sender, receiver] = direction === 'out' ? [station, peer] : [peer, station]
    const paper = <CoverPaper {...{ record, sender, receiver, phone }} contact={contactOf(record)} />
    return { id: record.id, paper }
  }
  return (
    <PaperFrame
      title={
        isOne
          ? `封面：${purposes[first.purpose]} 第 ${first.sequence} 号`
          : `封面：${records.length} 份数据包`
      }
      file={isOne ? `封面_${first.fileName.replace(/\.jhx$/i, '')}` : `封面_${records.length}份`}
      back={{ to: isOne ? `/exchange/packages/${first.id}` : '/exchange', name: '返回台账' }}
      asked={
        <Box
          sx={{
            ...{ flex: 'none', display: 'grid', gridTemplateColumns: '200px 200px', gap: 3, px: 4, py: 2 },
            ...{ bgcolor: 'background.paper', displayPrint: 'none' },
          }}
        >
          <TextField label="经办人" hint="打印在封面上" value={contactOf(first)} onCommit={setContact} />
          <TextField label="电话" value={phone} onCommit={setPhone} />
        </Box>
      }
      papers={records.map(paperOf)}
    />
  )
}
