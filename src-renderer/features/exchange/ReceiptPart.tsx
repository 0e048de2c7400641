import Box from '@mui/material/Box'
import { type PackageRecord, type Receipt, receiptVerdicts } from '#domain/exchange/package'
import { verdicts } from '#domain/exchange/rehearsal'
import { momentText } from '#ui/moment-text'
import { tableName } from './package-words.ts'
import { RecordLink, useRecordsHere } from './record-links.tsx'
import { factsStyle, listStyle, panelStyle } from './styles.ts'

/** 回执: what became of the package at its receiver, each fault leading to its record. */
export function ReceiptPart({ record, receipt }: { record: PackageRecord; receipt: Receipt }) {
  const here = useRecordsHere(receipt.faults)
  const names: Readonly<Record<string, string>> = { ...verdicts, taken: '写入' }
  const counts = Object.entries(receipt.counts).filter(([, count]) => count > 0)
  return (
    <Box component="section" aria-label="回执" sx={panelStyle}>
      <Box sx={{ fontWeight: 600, mb: 2 }}>
        回执：{receiptVerdicts[receipt.verdict]}
        <Box component="span" sx={{ fontWeight: 400, fontSize: 13, color: 'text.secondary', ml: 2 }}>
          {record.direction === 'out' ? '接收单位' : '本机'} {receipt.by}，{momentText(receipt.at)}
        </Box>
      </Box>
      <Box component="dl" sx={factsStyle}>
        {receipt.reason && (
          <>
            <dt>退回理由</dt>
            <dd>{receipt.reason}</dd>
          </>
        )}
        <dt>记录</dt>
        <dd>{counts.map(([name, count]) => `${names[name] ?? name} ${count}`).join('，') || '—'}</dd>
      </Box>
      {receipt.faults.length > 0 && (
        <Box component="table" aria-label="没有按来包内容采用的记录" sx={{ ...listStyle, mt: 3 }}>
          <thead>
            <tr>
              <th scope="col">类别</th>
              <th scope="col">名称</th>
              <th scope="col">没有采用的原因</th>
            </tr>
          </thead>
          <tbody>
            {receipt.faults.map((fault) => (
              <tr key={`${fault.table} ${fault.id} ${fault.name} ${fault.reason}`}>
                <td>{tableName(fault.table)}</td>
                <td>
                  <RecordLink {...fault} here={here} />
                </td>
                <td>{fault.reason}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
    </Box>
  )
}
