import Box from '@mui/material/Box'
import { type ReactNode, useState } from 'react'
import type { Application } from '#domain/applications/application'
import { cutText } from '#domain/applications/propose'
import { measuresText, resultNames, sourceKinds } from '#domain/applications/rules'
import { useSession } from '#session'
import { SidePanel } from '#ui/SidePanel.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'

const tabs = [
  { name: 'trail', title: '过程' },
  { name: 'help', title: '帮助' },
] as const
type TabName = (typeof tabs)[number]['name']

/** Beside the document: who did what, and the rules it goes by. */
export function ApplicationPanel({ application }: { application: Application }) {
  const [open, setOpen] = useState<TabName>('trail')
  const contents: Readonly<Record<TabName, ReactNode>> = {
    trail: (
      <Box sx={{ p: 3 }}>
        <TrailList trail={application.trail} empty="还没有送出。" />
      </Box>
    ),
    help: <Help application={application} />,
  }
  return (
    <SidePanel label="过程与帮助" width={280} tabs={tabs} open={open} onOpen={setOpen}>
      {contents[open]}
    </SidePanel>
  )
}

function Help({ application }: { application: Application }) {
  const { rules } = useSession()
  const own = rules.applications
  const rows = own.proposals.filter(
    ({ on, kinds }) => on === application.source.kind && kinds.includes(application.kind),
  )
  return (
    <Box sx={{ p: 3, fontSize: 13, lineHeight: '20px', display: 'grid', gap: 3 }}>
      <section>
        <Box sx={{ fontWeight: 600 }}>办理过程</Box>
        监督与绩效管理科提出建议 → 预算科研究 → 局领导审定 → 支出管理科落实、书面反馈 →
        监督与绩效管理科核实办结；不予应用、应用不力、逾期不应用的，由监督检查局处理。
        <Box sx={{ color: colours.secondary }}>依据：巴财〔2020〕38号 三（二）5〔源〕</Box>
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>期限</Box>
        审定后 {own.workingDays} 个工作日内落实并反馈；整改为下达后 {own.rectification.workingDays}{' '}
        个工作日。工作日按“设置 › 工作日历”计算。
        <Box sx={{ color: colours.secondary }}>
          依据：{own.clause}〔{own.mark}〕
        </Box>
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>{sourceKinds[application.source.kind]}结果与应用</Box>
        {rows.map((row) => (
          <Box key={row.id} sx={{ mb: 1 }}>
            {resultNames[row.result]}：{measuresText(row.measures)}
            {row.cut && cutText(row.cut)}
            {row.rectify && '，并整改'}
            <Box sx={{ color: colours.secondary, fontSize: 12 }}>
              {row.clause}〔{row.mark}〕
            </Box>
          </Box>
        ))}
      </section>
    </Box>
  )
}
