import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState } from 'react'
import { Link } from 'react-router'
import { majorFindings } from '#domain/adjustments/major'
import { diffContent } from '#domain/goals/compare'
import type { GoalContent } from '#domain/goals/goal'
import { useSession } from '#session'
import { colours } from '#ui/theme'
import type { AdjustmentRecord } from './AdjustmentPage.tsx'
import { AdjustmentVersions } from './AdjustmentVersions.tsx'
import { ContentChanges } from './ContentChanges.tsx'
import { ReviewTrail } from './ReviewTrail.tsx'

type TabName = 'changes' | 'versions' | 'trail'

/** 变化、版本、过程 of an adjustment. */
export function AdjustmentPanel({ found, after }: { found: AdjustmentRecord; after: GoalContent }) {
  const [tab, setTab] = useState<TabName>('changes')
  const { adjustment, all, record } = found
  return (
    <Box
      component="aside"
      aria-label="变化、版本与过程"
      sx={{
        width: 360,
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        bgcolor: colours.surface,
        borderLeft: `1px solid ${colours.line}`,
      }}
    >
      <Tabs
        value={tab}
        onChange={(_event, value: TabName) => setTab(value)}
        variant="fullWidth"
        aria-label="右侧栏"
        sx={{ borderBottom: `1px solid ${colours.line}`, flex: 'none' }}
      >
        <Tab value="changes" label="变化" />
        <Tab value="versions" label="版本" />
        <Tab value="trail" label="过程" />
      </Tabs>
      <Box
        role="tabpanel"
        tabIndex={0}
        aria-label="内容"
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, fontSize: 13, lineHeight: '20px' }}
      >
        {tab === 'changes' && <Changes found={found} after={after} />}
        {tab === 'versions' && <AdjustmentVersions goal={record.goal} adjustments={all} />}
        {tab === 'trail' && <ReviewTrail trail={adjustment.trail} />}
      </Box>
    </Box>
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
