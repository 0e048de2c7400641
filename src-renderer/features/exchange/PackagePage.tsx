import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { filesText } from '#domain/exchange/attachments'
import { inGroups } from '#domain/exchange/cover'
import { type PackageRecord, purposes } from '#domain/exchange/package'
import { levels } from '#domain/year-book'
import { auditOf } from '#storage/audit'
import { packageChangesOf } from '#storage/exchange'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { momentText } from '#ui/moment-text'
import { PageHead } from '#ui/PageHead.tsx'
import { LostList } from './LostList.tsx'
import { directions } from './ledger-rows.ts'
import { PackageActions } from './PackageActions.tsx'
import { PackageMark } from './PackageMark.tsx'
import { countList, sizeText, totalList } from './package-words.ts'
import { ReceiptPart } from './ReceiptPart.tsx'
import { factsStyle, panelStyle } from './styles.ts'
import { usePackage } from './use-package.ts'

/** One package of the ledger: what it is, what is in it, what became of it. */
export function PackagePage() {
  const { id = '' } = useParams()
  const record = usePackage(id)
  const changes = useLiveQuery(() => packageChangesOf(id), [id])
  if (record === undefined || changes === undefined) return null
  if (record === null)
    return (
      <EmptyPage
        title="数据包"
        trail="往来台账"
        text="台账里没有这个数据包。"
        way={{ to: '/exchange', name: '返回往来台账' }}
      />
    )
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title={`${record.peer.name} 第 ${record.sequence} 号${purposes[record.purpose]}`}
        trail="往来台账"
        note={<PackageMark record={record} />}
      >
        <PackageActions record={record} />
      </PageHead>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 4 }}>
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 380px', gap: 4, alignItems: 'start' }}>
          <Box sx={{ display: 'grid', gap: 4, minWidth: 0 }}>
            <Facts record={record} />
            {record.receipt && <ReceiptPart record={record} receipt={record.receipt} />}
            {changes && changes.lost.length > 0 && <LostList lost={changes.lost} />}
          </Box>
          <Box sx={{ display: 'grid', gap: 4 }}>
            <Contents record={record} />
            <Trail id={record.id} />
          </Box>
        </Box>
      </Box>
    </Box>
  )
}

function Facts({ record }: { record: PackageRecord }) {
  const { peer } = record
  return (
    <Box component="section" aria-label="基本情况" sx={panelStyle}>
      <Box component="dl" sx={factsStyle}>
        <dt>收发</dt>
        <dd>
          {directions[record.direction]}，{record.direction === 'out' ? '送给' : '来自'}
          {peer.name}（{peer.level === '' ? '级次未写明' : levels[peer.level]}{' '}
          {peer.unitCode || peer.regionCode}）
        </dd>
        <dt>年度、范围</dt>
        <dd>
          {record.year} 年度，{record.scope}
        </dd>
        <dt>生成</dt>
        <dd>{momentText(record.createdAt)}</dd>
        <dt>登记</dt>
        <dd>
          {momentText(record.at)}，{record.by}
          {record.medium && `，${record.medium}`}
        </dd>
        <dt>文件</dt>
        <dd>
          {record.fileName}（{sizeText(record.size)}）
        </dd>
        <dt>SM3 摘要</dt>
        <dd>{inGroups(record.sm3).join(' ')}</dd>
        <dt>包编号</dt>
        <dd>{record.id}</dd>
        {record.overridden && (
          <>
            <dt>管理员决定</dt>
            <dd>{record.overridden}</dd>
          </>
        )}
      </Box>
    </Box>
  )
}

function Contents({ record }: { record: PackageRecord }) {
  return (
    <Box component="section" aria-label="包内内容" sx={panelStyle}>
      <Box sx={{ fontWeight: 600, mb: 2 }}>包内内容</Box>
      <Box component="dl" sx={{ ...factsStyle, '& dd': { textAlign: 'right' } }}>
        {countList(record.counts).map(({ name, count }) => (
          <Pair key={name} name={name} text={`${count.toLocaleString('zh-CN')} 条`} />
        ))}
        {totalList(record.totals).map(({ name, text }) => (
          <Pair key={name} name={name} text={`${text} 万元`} />
        ))}
        {filesText(record.files) && (
          <Pair name="附件" text={filesText(record.files).replace(/^附件 ?/, '')} />
        )}
        {record.secrets > 0 && <Pair name="没有送出的涉密事项" text={`${record.secrets} 条`} />}
      </Box>
    </Box>
  )
}

function Pair({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  )
}

function Trail({ id }: { id: string }) {
  const entries = useLiveQuery(() => auditOf(id), [id])
  if (!entries || entries.length === 0) return null
  return (
    <Box component="section" aria-label="办理过程" sx={panelStyle}>
      <Box sx={{ fontWeight: 600, mb: 2 }}>办理过程</Box>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, fontSize: 13 }}>
        {entries.map((entry) => (
          <li key={entry.id}>
            {entry.summary}
            <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
              {entry.by} {momentText(entry.at)}
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  )
}
