import Box from '@mui/material/Box'
import { type ReactNode, useState } from 'react'
import type { Disposal } from '#domain/disposals/disposal'
import { measures } from '#domain/disposals/rules'
import { caseText } from '#domain/disposals/words'
import { duties } from '#domain/people/duties'
import { useSession } from '#session'
import { momentText } from '#ui/moment-text'
import { SidePanel } from '#ui/SidePanel.tsx'
import { colours } from '#ui/theme'

const tabs = [
  { name: 'trail', title: '过程' },
  { name: 'help', title: '帮助' },
] as const
type TabName = (typeof tabs)[number]['name']

const entry = {
  px: 3,
  py: 2,
  borderBottom: `1px solid ${colours.line}`,
  fontSize: 13,
  lineHeight: '20px',
} as const

/** Beside the document: who did what, and the rules it goes by. */
export function DisposalPanel({ disposal }: { disposal: Disposal }) {
  const [open, setOpen] = useState<TabName>('trail')
  const contents: Readonly<Record<TabName, ReactNode>> = {
    trail: <Trail disposal={disposal} />,
    help: <Help />,
  }
  return (
    <SidePanel label="过程与帮助" width={300} tabs={tabs} open={open} onOpen={setOpen}>
      {contents[open]}
    </SidePanel>
  )
}

function Trail({ disposal }: { disposal: Disposal }) {
  if (disposal.trail.length === 0)
    return <Box sx={{ p: 3, fontSize: 13, color: colours.secondary }}>还没有决定。</Box>
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {disposal.trail.toReversed().map((step) => (
        <Box component="li" key={`${step.at} ${step.step}`} sx={entry}>
          <Box sx={{ color: colours.secondary, fontSize: 12 }}>
            {momentText(step.at)} · {step.by}（{duties[step.duty].name}）
          </Box>
          <Box sx={{ fontWeight: 600 }}>{step.verb}</Box>
          {step.opinion !== '' && <Box sx={{ overflowWrap: 'anywhere' }}>{step.opinion}</Box>}
        </Box>
      ))}
    </Box>
  )
}

function Help() {
  const { rules } = useSession()
  const { disposal } = rules.monitoring
  return (
    <Box sx={{ p: 3, fontSize: 13, lineHeight: '20px', display: 'grid', gap: 3 }}>
      <section>
        <Box sx={{ fontWeight: 600 }}>办理过程</Box>
        提出建议 → 监督与绩效管理科决定、发文 → 单位整改、提交 → 支出管理科审核 → 监督与绩效管理科销号。
        <Box sx={{ color: colours.secondary }}>依据：巴财〔2020〕38号 三（二）2〔源〕</Box>
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>期限</Box>
        从发文次日起 {disposal.workingDays} 个工作日内报送；退回的，不足 {disposal.again.workingDays}{' '}
        个工作日的顺延到 {disposal.again.workingDays} 个工作日。工作日按“设置 › 工作日历”计算。
        <Box sx={{ color: colours.secondary }}>
          依据：{disposal.clause}〔{disposal.mark}〕
        </Box>
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>灯与建议措施</Box>
        {disposal.proposals.map((row) => (
          <Box key={`${row.on} ${row.colour} ${row.fromMonth} ${row.impossible}`}>
            {caseText(row)}：{row.measures.map((id) => measures[id]).join('、')}
          </Box>
        ))}
        <Box sx={{ color: colours.secondary }}>
          措施依据巴财〔2020〕38号 三（二）2，对应关系为本系统缺省〔拟〕
        </Box>
      </section>
    </Box>
  )
}
