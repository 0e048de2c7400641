import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { type Assessment, whyAssessed } from '#domain/assessments/assessment'
import { fullMark } from '#domain/assessments/rules'
import { pointsText } from '#domain/assessments/score'
import { duties } from '#domain/people/duties'
import { useSession } from '#session'
import { auditOf } from '#storage/audit'
import { momentText } from '#ui/moment-text'
import { SidePanel } from '#ui/SidePanel.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'

const tabs = [
  { name: 'trail', title: '过程' },
  { name: 'history', title: '记录' },
  { name: 'help', title: '帮助' },
] as const
type TabName = (typeof tabs)[number]['name']

const entry = { p: '8px 12px', borderBottom: `1px solid ${colours.line}` } as const
const list = { listStyle: 'none', m: 0, p: 0, fontSize: 13, lineHeight: '20px' } as const

/** Right of the document: the road so far, what was changed, and the rules. */
export function AssessmentPanel({ assessment }: { assessment: Assessment }) {
  const [tab, setTab] = useState<TabName>('trail')
  return (
    <SidePanel label="过程、记录与帮助" width={280} tabs={tabs} open={tab} onOpen={setTab}>
      {tab === 'trail' && <Trail assessment={assessment} />}
      {tab === 'history' && <History id={assessment.id} />}
      {tab === 'help' && <Help assessment={assessment} />}
    </SidePanel>
  )
}

function Trail({ assessment }: { assessment: Assessment }) {
  return (
    <Box sx={{ p: 3, display: 'grid', gap: 2 }}>
      <TrailList trail={assessment.trail} empty="还没有办理。" />
      <Box sx={{ fontSize: 13 }}>
        <Box sx={{ fontWeight: 600 }}>列入事前评估</Box>
        {whyAssessed(assessment)}
      </Box>
    </Box>
  )
}

function History({ id }: { id: string }) {
  const entries = useLiveQuery(() => auditOf(id), [id])
  if (!entries) return null
  return (
    <Box component="ol" sx={list}>
      {entries.map((each) => (
        <Box component="li" key={each.id} sx={entry}>
          <Box sx={{ color: colours.secondary, fontSize: 12 }}>
            {momentText(each.at)} · {each.by}
            {each.duty ? `（${duties[each.duty].name}）` : ''}
          </Box>
          <Box>{each.summary}</Box>
          {each.changes
            .flatMap((change) => change.fields)
            .slice(0, 8)
            .map((field) => (
              <Box key={field.field} sx={{ color: colours.secondary, overflowWrap: 'anywhere' }}>
                {field.label}：{short(field.from)} → {short(field.to)}
              </Box>
            ))}
        </Box>
      ))}
    </Box>
  )
}

function short(text: string): string {
  if (text === '') return '空'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function Help({ assessment }: { assessment: Assessment }) {
  const { rules } = useSession()
  const { lines, experts, tables } = rules.assessment
  return (
    <Box sx={{ p: 3, fontSize: 13, lineHeight: '20px', display: 'grid', gap: 3 }}>
      <section>
        <Box sx={{ fontWeight: 600 }}>办理过程</Box>
        支出管理科提出建议 → 预算科会签、监督与绩效管理科统筹确定 → 投资评审中心组织专家评估、出报告 →
        监督与绩效管理科确认结论，作为预算安排依据 → 支出管理科督促落实。
        <Box sx={{ color: colours.secondary }}>依据：巴财〔2020〕38号 三（二）1〔源〕</Box>
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>得分与结论</Box>
        {pointsText(lines.support)} 分以上可以“予以支持”；{pointsText(lines.adjust)}{' '}
        分以上“调整后支持”；不足的“不予支持”。任一维度得分率低于 {lines.dimensionRate}%
        的，不得“予以支持”。至少 {experts.minimum} 位专家。
        <Box sx={{ color: colours.secondary }}>
          依据：{lines.clause}〔{lines.mark}〕
        </Box>
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>五个维度</Box>
        <Box component="ul" sx={{ m: 0, pl: 4 }}>
          {tables[assessment.kind].map((dimension) => (
            <li key={dimension.id}>
              {dimension.name} {pointsText(fullMark(dimension))} 分
            </li>
          ))}
        </Box>
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>评分表按键</Box>
        直接输入替换内容；Enter 到下一行，Tab 到下一格；Ctrl+C / V 复制、粘贴一片；Ctrl+Z 撤销；Ctrl+D
        向下填充；Esc 再 Tab 离开表格。
      </section>
    </Box>
  )
}
