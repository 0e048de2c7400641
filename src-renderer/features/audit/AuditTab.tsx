import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { exportAudit } from '#actions/export-audit'
import { desktop } from '#desktop'
import { duties } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { breather } from '#exchange/pause'
import { useSession } from '#session'
import { type AuditEntry, type AuditVerdict, verifyAudit } from '#storage/audit'
import { auditRows, filterAudit } from '#storage/audit-search'
import { BigTable, type Sort } from '#ui/BigTable.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { momentText } from '#ui/moment-text'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { AuditFilters, readAuditFilter } from './AuditFilters.tsx'
import { actionName, auditColumns } from './audit-columns.tsx'
import { EntryPanel } from './EntryPanel.tsx'
import { faultLine } from './fault-lines.ts'

const none: ReadonlySet<string> = new Set()
const shownFaults = 20

/** 审计记录: who did what and when; searched, opened, proved whole, and handed on so that others can prove it. */
export function AuditTab() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [address, setInAddress] = useAddress()
  const [verdict, setVerdict] = useState<{ chain: string; verdict: AuditVerdict } | null>(null)
  const [widths, setWidths] = useState<Record<string, number>>({})
  const [current, setCurrent] = useState(-1)
  // Accounts and logins belong to no book: their trail is that of the machine.
  const chain = address.get('trail') === 'machine' ? '' : book.id
  const rows = useLiveQuery(() => auditRows(chain), [chain])
  const addressText = address.toString()
  const filter = useMemo(() => readAuditFilter(new URLSearchParams(addressText)), [addressText])
  const sort: Sort = { column: address.get('sort') ?? '', descending: address.get('order') === 'down' }
  const shown = useMemo(() => {
    const found = filterAudit(rows ?? [], filter)
    const key = sortKeys.find((each) => each === sort.column)
    if (!key) return found
    const sign = sort.descending ? -1 : 1
    return found.toSorted(
      (left, right) => sign * (left[key] < right[key] ? -1 : left[key] > right[key] ? 1 : 0),
    )
  }, [rows, filter, sort.column, sort.descending])
  if (!rows) return null
  const open = address.get('entry') ?? ''

  function verify() {
    attempt(async () => {
      const found = await verifyAudit(chain, breather())
      setVerdict({ chain, verdict: found })
      if (found.intact) say(`已逐条核对 ${found.entries} 条，记录完整，没有被改动。`)
    })
  }

  function exportProof() {
    attempt(async () => {
      const bytes = await exportAudit(chain, by)
      const saved = await desktop.saveFile(`操作记录_${chain === '' ? '本机' : book.name}.ndjson`, bytes)
      if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。逐条带校验值，可由他人核对。`)
    })
  }

  function exportSheet() {
    attempt(async () => {
      // That something went out is in the trail, whatever its form; the sheet shows the same hashes.
      const hashes = hashesIn(await exportAudit(chain, by))
      const lines = shown.map((row) => ({
        ...{ number: row.number, at: momentText(row.at), by: row.by, summary: row.summary },
        duty: row.duty ? duties[row.duty].name : '',
        action: actionName(row.action),
        hash: hashes.get(row.id) ?? '',
      }))
      const { auditWorkbook } = await import('#excel/write-audit')
      const bytes = await auditWorkbook(book.identity.office, `共 ${lines.length} 条`, lines)
      const saved = await desktop.saveFile('操作记录.xlsx', bytes)
      if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。`)
    })
  }

  const faults = verdict?.chain === chain ? verdict.verdict.faults : []
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={chain === '' ? 'machine' : 'book'}
          aria-label="记录范围"
          onChange={(_event, value: 'book' | 'machine' | null) =>
            value && setInAddress({ trail: value === 'machine' ? value : '', entry: '', subject: '' })
          }
        >
          <ToggleButton value="book">当前账套</ToggleButton>
          <ToggleButton value="machine">账户与登录</ToggleButton>
        </ToggleButtonGroup>
        <Box sx={{ flex: 1, color: 'text.secondary', fontSize: 13 }}>
          共 {shown.length.toLocaleString('zh-CN')} 条，新的在前。
        </Box>
        {may(by, 'export-audit') && (
          <>
            <Button onClick={exportSheet}>导出 Excel</Button>
            <Button onClick={exportProof}>导出可核对的记录</Button>
          </>
        )}
        <Button variant="outlined" onClick={verify}>
          核对完整性
        </Button>
      </Box>
      {faults.length > 0 && (
        <Alert severity="error">
          记录被改动或缺失，共 {faults.length} 处。请与最近的备份核对。
          {faults.slice(0, shownFaults).map((fault) => (
            <Box key={`${fault.kind} ${fault.from}`}>{faultLine(fault)}</Box>
          ))}
        </Alert>
      )}
      <AuditFilters rows={rows} filter={filter} onChange={setInAddress} />
      <Box sx={{ flex: 1, minHeight: 240, display: 'flex', border: 1, borderColor: 'divider' }}>
        <BigTable
          label="审计记录"
          rows={shown}
          idOf={({ id }) => id}
          nameOf={({ number }) => `第 ${number} 条`}
          columns={auditColumns}
          widths={widths}
          onWidth={(column, width) => setWidths((before) => ({ ...before, [column]: width }))}
          sort={sort}
          onSort={(next) => setInAddress({ sort: next.column, order: next.descending ? 'down' : '' })}
          selected={none}
          onSelect={() => undefined}
          current={current}
          onCurrent={setCurrent}
          onOpen={({ id }) => setInAddress({ entry: id })}
          onLeave={() => setInAddress({ entry: '' })}
          empty={<EmptyState text={rows.length === 0 ? '还没有记录。' : '没有符合筛选条件的记录。'} />}
        />
        {open !== '' && (
          <EntryPanel
            id={open}
            onSubject={(subject) => setInAddress({ subject })}
            onClose={() => setInAddress({ entry: '' })}
          />
        )}
      </Box>
    </Box>
  )
}

function hashesIn(bytes: Uint8Array): ReadonlyMap<string, string> {
  const [, ...lines] = new TextDecoder().decode(bytes).trimEnd().split('\n')
  return new Map(
    lines.map((line) => {
      const { id, hash } = JSON.parse(line) as AuditEntry // as exportAudit wrote it a moment ago
      return [id, hash]
    }),
  )
}

const sortKeys = ['number', 'at', 'by', 'action'] as const
