import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { attachmentStore } from '#desktop'
import { checkResults } from '#domain/disclosures/disclosure'
import { disclosureOwners, disclosurePlaces } from '#domain/disclosures/rules'
import type { DisclosureRow } from '#domain/disclosures/standing'
import { useSession } from '#session'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { colours } from '#ui/theme'
import { DisclosureSteps } from './DisclosureBulk.tsx'
import { StandingMark } from './StandingMark.tsx'

const pages = {
  goal: '/goals/',
  self: '/evaluation/self/',
  department: '/evaluation/tasks/',
  fiscal: '/evaluation/tasks/',
}

/** Beside the ledger: one thing, why it is due, what was published where, what was found. */
export function DisclosurePanel({ row, onClose }: { row: DisclosureRow; onClose: () => void }) {
  const { by } = useSession()
  const { rule, record } = row
  return (
    <Box
      component="aside"
      aria-label="公开情况"
      sx={{
        ...{ width: 'min(340px, 38vw)', flex: 'none', overflow: 'auto', p: 3, fontSize: 13 },
        ...{ bgcolor: colours.surface, borderLeft: `1px solid ${colours.line}` },
      }}
    >
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Box component="h2" sx={{ flex: 1, m: 0, fontSize: 16 }}>
          {row.name}
        </Box>
        <Button size="small" color="inherit" onClick={onClose}>
          关闭
        </Button>
      </Box>
      <StandingMark standing={row.standing} />
      {row.secret && (
        <Note>涉密项目不公开，也不进入公开材料；由监督与绩效管理科或局领导审批后记入台账。</Note>
      )}
      <Pair label="公开的信息">
        {rule.name}（{rule.clause}〔{rule.mark}〕）
      </Pair>
      <Pair label="公开位置">
        {record?.place || disclosurePlaces[rule.place]}，由{disclosureOwners[rule.owner]}公开
      </Pair>
      <Pair label="应公开日期">
        {row.dueOn}（{rule.deadline.clause}〔{rule.deadline.mark}〕）
      </Pair>
      {record?.publishedOn && (
        <Pair label="实际公开">
          {record.publishedOn}
          {row.late > 0 && `，超 ${row.late} 天`}
        </Pair>
      )}
      {record?.address && <Pair label="网址">{record.address}</Pair>}
      {(record?.reason || row.reason) && <Pair label="不公开原因">{record?.reason || row.reason}</Pair>}
      {record?.approvedBy && (
        <Pair label="审批">
          {record.approvedBy}，{record.approvedOn}
        </Pair>
      )}
      {record && record.proofs.length > 0 && (
        <AttachmentList
          attachments={record.proofs}
          store={attachmentStore}
          addedBy={by.name}
          mayAdd={false}
          mayRemove={false}
          onChange={() => undefined}
        />
      )}
      {row.differences.length > 0 && (
        <Box sx={{ mt: 2 }}>
          <Box sx={{ color: colours.attention }}>▲ 公开的内容与现在批复的不一致，请更新公开：</Box>
          {row.differences.map(({ label, shown, approved }) => (
            <Pair key={label} label={label}>
              <s>{shown || '（没有）'}</s> → {approved || '（没有）'}
            </Pair>
          ))}
        </Box>
      )}
      {record?.checks.map((check) => (
        <Pair key={`${check.on} ${check.finding}`} label={`检查 ${check.on} ${check.by}`}>
          {checkResults[check.result]}
          {check.finding && `：${check.finding}`}
          {check.correctedOn && (
            <Box>
              整改（{check.correctedOn}）：{check.correction}
            </Box>
          )}
        </Pair>
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 3 }}>
        <DisclosureSteps chosen={[row]} onDone={() => undefined} />
      </Box>
      <Box sx={{ mt: 2, display: 'flex', gap: 3 }}>
        <Link to={`${pages[row.item]}${row.objectId}`}>查看原文</Link>
        {row.goalId && <Link to={`/dossier/${row.goalId}`}>一项目一档</Link>}
      </Box>
    </Box>
  )
}

function Note({ children }: { children: ReactNode }) {
  return <Box sx={{ mt: 1, p: 1.5, bgcolor: colours.head }}>{children}</Box>
}

function Pair({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box sx={{ mt: 1.5 }}>
      <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{label}</Box>
      <Box sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{children}</Box>
    </Box>
  )
}
