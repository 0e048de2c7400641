import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { inGroups } from '#domain/exchange/cover'
import { type PackageRecord, purposes, type Receipt, receiptVerdicts } from '#domain/exchange/package'
import { verdicts } from '#domain/exchange/rehearsal'
import type { Party } from '#domain/exchange/station'
import { ownStation } from '#storage/exchange'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { momentText } from '#ui/moment-text'
import { digestStyle, PaperFrame, paperStyle } from './PaperFrame.tsx'
import { tableName, totalList } from './package-words.ts'
import { usePackage } from './use-package.ts'

/** 回执 on paper. */
export function ReceiptPage() {
  const { id = '' } = useParams()
  const record = usePackage(id)
  const station = useLiveQuery(ownStation, [])
  if (record === undefined || station === undefined) return null
  if (!record?.receipt || station === null)
    return (
      <EmptyPage
        title="回执"
        trail="打印预览"
        text="这个数据包还没有回执。对方导入或退回后才有回执。"
        way={{ to: '/exchange', name: '返回往来台账' }}
      />
    )
  const [sender, receiver]: [Party, Party] =
    record.direction === 'out' ? [station, record.peer] : [record.peer, station]
  const paper = <ReceiptPaper record={record} receipt={record.receipt} sender={sender} receiver={receiver} />
  return (
    <PaperFrame
      title={`回执：${purposes[record.purpose]} 第 ${record.sequence} 号`}
      file={`回执_${record.fileName.replace(/\.jhx$/i, '')}`}
      back={{ to: `/exchange/packages/${record.id}`, name: '返回台账' }}
      papers={[{ id, paper }]}
    />
  )
}

type Props = { record: PackageRecord; receipt: Receipt; sender: Party; receiver: Party }

function ReceiptPaper({ record, receipt, sender, receiver }: Props) {
  const names: Readonly<Record<string, string>> = { ...verdicts, taken: '写入' }
  const counts = Object.entries(receipt.counts).filter(([, count]) => count > 0)
  return (
    <Box component="article" sx={paperStyle}>
      <h1>数据包接收回执</h1>
      <Box sx={{ textAlign: 'center', mb: '8pt' }}>（{record.year} 年度）</Box>
      <Box sx={{ mb: '6pt' }}>{sender.name}：</Box>
      <Box sx={{ textIndent: '2em', mb: '8pt' }}>{letterText(record, receipt)}</Box>
      <table>
        <colgroup>
          <col style={{ width: '20%' }} />
          <col />
        </colgroup>
        <tbody>
          <Fact
            label="数据包"
            text={`${purposes[record.purpose]}，第 ${record.sequence} 号，${record.fileName}`}
          />
          <Fact label="结果" text={receiptVerdicts[receipt.verdict]} />
          {receipt.reason && <Fact label="退回理由" text={receipt.reason} />}
          <Fact
            label="记录（条）"
            text={counts.map(([name, count]) => `${names[name] ?? name} ${count}`).join('，') || '—'}
          />
          <Fact
            label="控制数（万元）"
            text={
              totalList(receipt.totals)
                .map(({ name, text }) => `${name} ${text}`)
                .join('\n') || '—'
            }
          />
          <Fact label="办理" text={`${receipt.by}，${momentText(receipt.at)}`} />
          <Fact label="包编号" text={record.id} isDigest />
          <Fact label="文件 SM3 摘要" text={inGroups(record.sm3).join(' ')} isDigest />
        </tbody>
      </table>
      {receipt.faults.length > 0 && <Faults receipt={receipt} />}
      <Box sx={{ mt: '36pt', textAlign: 'right', breakInside: 'avoid' }}>
        <Box>{receiver.name}（盖章）</Box>
        <Box>　　年　　月　　日</Box>
      </Box>
    </Box>
  )
}

function letterText({ sequence, purpose }: PackageRecord, { verdict, faults }: Receipt): string {
  const what = `你单位第 ${sequence} 号${purposes[purpose]}`
  if (verdict === 'refused') return `${what}已收到，没有导入，现予退回。请按退回理由改正后重新上报。`
  if (verdict === 'accepted') return `${what}已收到并全部导入。`
  return `${what}已收到并导入，其中 ${faults.length} 条没有按来包内容采用，清单附后。请核对后改正、补报。`
}

function Fact({ label, text, isDigest = false }: { label: string; text: string; isDigest?: boolean }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        {isDigest ? (
          <Box component="span" sx={digestStyle}>
            {text}
          </Box>
        ) : (
          text
        )}
      </td>
    </tr>
  )
}

function Faults({ receipt }: { receipt: Receipt }) {
  return (
    <Box sx={{ mt: '10pt' }}>
      <Box sx={{ fontWeight: 700, mb: '4pt' }}>没有按来包内容采用的记录</Box>
      <table>
        <colgroup>
          <col style={{ width: '8%' }} />
          <col style={{ width: '16%' }} />
          <col style={{ width: '36%' }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            {['序号', '类别', '名称', '原因'].map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {receipt.faults.map((fault, index) => (
            <tr key={`${fault.table} ${fault.id} ${fault.name} ${fault.reason}`}>
              <td style={{ textAlign: 'center' }}>{index + 1}</td>
              <td>{tableName(fault.table)}</td>
              <td>{fault.name}</td>
              <td>{fault.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}
