import Box from '@mui/material/Box'
import { useState } from 'react'
import { Link } from 'react-router'
import { majorFindings } from '#domain/adjustments/major'
import { diffContent } from '#domain/goals/compare'
import type { GoalContent } from '#domain/goals/goal'
import { useSession } from '#session'
import { SidePanel } from '#ui/SidePanel.tsx'
import { colours } from '#ui/theme'
import type { AdjustmentRecord } from './AdjustmentPage.tsx'
import { AdjustmentVersions } from './AdjustmentVersions.tsx'
import { ContentChanges } from './ContentChanges.tsx'
import { ReviewTrail } from './ReviewTrail.tsx'

const tabs = [
  { name: 'changes', title: '变化' },
  { name: 'versions', title: '版本' },
  { name: 'trail', title: '过程' },
] as const
type TabName = (typeof tabs)[number]['name']

/** 变化、版本、过程 of an adjustment. */
export function AdjustmentPanel({ found, after }: { found: AdjustmentRecord; after: GoalContent }) {
  const [tab, setTab] = useState<TabName>('changes')
  const { adjustment, all, record } = found
  return (
    <SidePanel label="变化、版本与过程" width={360} tabs={tabs} open={tab} onOpen={setTab}>
      <Box sx={{ p: 3, fontSize: 13, lineHeight: '20px' }}>
        {tab === 'changes' && <Changes found={found} after={after} />}
        {tab === 'versions' && <AdjustmentVersions goal={record.goal} adjustments={all} />}
        {tab === 'trail' && <ReviewTrail trail={adjustment.trail} />}
      </Box>
    </SidePanel>
  )
}

function Changes({ found, after }: { found: AdjustmentRecord; after: GoalContent }) {
  const { rules } = useSession()
  const { adjustment } = found
  const major = majorFindings(adjustment.before, after, rules.adjustment)
  return (
    <>
      {major.length > 0 && (
        <Box component="section" aria-label="重大变化" sx={{ mb: 4 }}>
          <Box sx={{ fontWeight: 600, color: found.assessed ? colours.ok : colours.alarm }}>
            {found.assessed ? '● 重大变化，已经评估' : '■ 属于重大变化，审核通过前须完成事前评估'}
          </Box>
          {major.map((finding) => (
            <Box key={finding.text}>
              {finding.text}
              <Box sx={{ fontSize: 12, color: colours.secondary }}>{finding.clause}</Box>
            </Box>
          ))}
          {!found.assessed && <Link to="/assessments">到事前评估另行列入</Link>}
        </Box>
      )}
      <ContentChanges
        changes={diffContent(adjustment.before, after)}
        empty="还没有改动。直接在左边的表上修改。"
      />
    </>
  )
}
