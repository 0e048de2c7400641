import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { Version } from '#domain/adjustments/adjustment'
import type { MajorFinding } from '#domain/adjustments/major'
import type { ContentChange } from '#domain/goals/compare'
import type { GoalContent } from '#domain/goals/goal'
import type { Problem } from '#domain/problem'
import type { StepTaken } from '#domain/workflow'
import { ProblemList } from '#ui/ProblemList.tsx'
import { SidePanel } from '#ui/SidePanel.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'
import { AdjustmentVersions } from './AdjustmentVersions.tsx'
import { placeOf } from './GoalPanel.tsx'

export type AdjustmentTab = 'changes' | 'problems' | 'versions' | 'trail'

/** What changes and what is major, findings of the new form, the versions, and who did what. */
export function AdjustmentPanel(props: {
  tab: AdjustmentTab
  onTab: (tab: AdjustmentTab) => void
  changes: readonly ContentChange[]
  findings: readonly MajorFinding[]
  problems: readonly Problem[]
  content: GoalContent
  versions: readonly Version[]
  trail: readonly StepTaken[]
  onJump: (problem: Pick<Problem, 'at'>) => void
}) {
  const { tab, changes, problems } = props
  const tabs: readonly { name: AdjustmentTab; title: string }[] = [
    { name: 'changes', title: `变化 ${changes.length}` },
    { name: 'problems', title: `问题 ${problems.length}` },
    { name: 'versions', title: '版本' },
    { name: 'trail', title: '过程' },
  ]
  return (
    <SidePanel
      label="变化、问题、版本与过程"
      // Two versions side by side need more room than a list of changes.
      width={tab === 'versions' ? 560 : 320}
      tabs={tabs}
      open={tab}
      onOpen={props.onTab}
    >
      {tab === 'changes' && (
        <>
          <Findings findings={props.findings} />
          <Changes changes={changes} onJump={props.onJump} />
        </>
      )}
      {tab === 'problems' && problems.length === 0 && (
        <Box sx={{ p: 4, color: colours.ok }}>● 调整后的目标没有发现问题。</Box>
      )}
      {tab === 'problems' && (
        <ProblemList
          problems={problems}
          placeOf={(problem) => placeOf(problem, props.content)}
          onJump={props.onJump}
        />
      )}
      {tab === 'versions' && <AdjustmentVersions versions={props.versions} />}
      {tab === 'trail' && (
        <Box sx={{ p: 3, fontSize: 13 }}>
          <TrailList empty="还没有送审。" trail={props.trail} />
        </Box>
      )}
    </SidePanel>
  )
}

const line = {
  display: 'block',
  width: '100%',
  textAlign: 'left',
  p: '8px 12px',
  fontSize: 13,
  lineHeight: '20px',
  borderBottom: `1px solid ${colours.line}`,
  overflowWrap: 'anywhere',
} as const

function Findings({ findings }: { findings: readonly MajorFinding[] }) {
  if (findings.length === 0) return null
  return (
    <Box component="ul" aria-label="重大变化" sx={{ listStyle: 'none', m: 0, p: 0, bgcolor: '#FFF7E6' }}>
      {findings.map((finding) => (
        <Box component="li" key={finding.text} sx={line}>
          <Box component="span" sx={{ color: colours.attention, fontWeight: 600 }}>
            <span aria-hidden="true">▲</span> 重大变化
          </Box>
          <Box sx={{ overflowWrap: 'anywhere' }}>{finding.text}。</Box>
          <Box sx={{ fontSize: 12, color: colours.secondary }}>依据：{finding.clause}</Box>
        </Box>
      ))}
    </Box>
  )
}

function Changes(props: {
  changes: readonly ContentChange[]
  onJump: (problem: Pick<Problem, 'at'>) => void
}) {
  if (props.changes.length === 0) {
    return <Box sx={{ p: 4, color: colours.secondary }}>还没有改动。在左侧修改需要调整的栏目。</Box>
  }
  return (
    <Box component="ul" aria-label="逐项变化" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {props.changes.map((change) => (
        <li key={change.field}>
          <ButtonBase
            sx={{ ...line, '&:hover': { bgcolor: colours.head } }}
            onClick={() => props.onJump({ at: change.field })}
          >
            <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
              {change.label}
            </Box>
            <Box component="span" sx={{ color: colours.secondary }}>
              {change.from || '（无）'}
            </Box>
            <Box component="span" sx={{ color: colours.primary }}>
              {' → '}
              {change.to || '（删除）'}
            </Box>
          </ButtonBase>
        </li>
      ))}
    </Box>
  )
}
