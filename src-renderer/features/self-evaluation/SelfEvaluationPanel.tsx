import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { SelfEvaluationScore } from '#domain/evaluation/self-evaluation-score'
import type { Problem } from '#domain/problem'
import { useSession } from '#session'
import { ProblemList } from '#ui/ProblemList.tsx'
import { SidePanel } from '#ui/SidePanel.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'
import { placeName } from './places.ts'
import { ScoreList } from './ScoreList.tsx'

export type PanelTab = 'scores' | 'problems' | 'trail' | 'help'

/** Right of the form: scores with what they rest on, what is to be put right, the road and the rules. */
export function SelfEvaluationPanel(props: {
  form: SelfEvaluation
  score: SelfEvaluationScore
  problems: readonly Problem[]
  open: PanelTab
  onOpen: (tab: PanelTab) => void
  onJump: (at: string) => void
}) {
  const { form, problems } = props
  const contents: Readonly<Record<PanelTab, ReactNode>> = {
    scores: <ScoreList form={form} score={props.score} onJump={props.onJump} />,
    problems:
      problems.length === 0 ? (
        <Box sx={{ p: 3, fontSize: 13, color: colours.ok }}>● 没有需要处理的问题。</Box>
      ) : (
        <ProblemList
          problems={problems}
          placeOf={(problem) => placeName(problem.at, form)}
          onJump={(problem) => props.onJump(problem.at)}
        />
      ),
    trail: (
      <Box sx={{ p: 3 }}>
        <TrailList trail={form.trail} empty="还没有送审。" />
      </Box>
    ),
    help: <Help score={props.score} />,
  }
  return (
    <SidePanel
      label="得分、问题、过程与帮助"
      width={300}
      tabs={[
        { name: 'scores', title: '得分' },
        { name: 'problems', title: `问题 ${problems.length}` },
        { name: 'trail', title: '过程' },
        { name: 'help', title: '帮助' },
      ]}
      open={props.open}
      onOpen={props.onOpen}
    >
      {contents[props.open]}
    </SidePanel>
  )
}

function Help({ score }: { score: SelfEvaluationScore }) {
  const { rules } = useSession()
  const { bands, selfEvaluation } = rules.evaluation
  const { forward, reverse, overshoot, qualitative } = selfEvaluation
  const basis = ({ clause, mark }: { clause: string; mark: string }) => (
    <Box sx={{ color: colours.secondary }}>
      依据：{clause}〔{mark}〕
    </Box>
  )
  return (
    <Box sx={{ p: 3, fontSize: 13, lineHeight: '20px', display: 'grid', gap: 3 }}>
      <section>
        <Box sx={{ fontWeight: 600 }}>办理过程</Box>
        单位自评、送审 → 支出管理科审核 → 监督与绩效管理科汇总。主管部门的意见和评分写在“部门意见”。
        <Box sx={{ color: colours.secondary }}>依据：巴财〔2020〕38号 三（二）3〔源〕</Box>
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>怎样计分</Box>
        正向：完成值 ÷ 指标值 × 分值；反向：指标值 ÷ 完成值 × 分值；都以分值为限。
        {basis(forward)}
        {basis(reverse)}
        定性：{qualitative.map(({ name, from }) => `${name} ${from}% 起`).join('，')}。
        {qualitative[0] && basis(qualitative[0])}
        年初目标偏低造成超额的，在“考核”栏选“目标偏低”：
        {overshoot.tiers.map(({ above, cut }) => `超过 ${above}% 扣 ${cut}%`).join('，')}。{basis(overshoot)}
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>等级</Box>
        {bands.excellent} 分以上为优，{bands.good} 分以上为良，{bands.medium}{' '}
        分以上为中，其余为差；界线上的分属于较高一等。
        {basis(bands)}
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>自评分</Box>
        “自评分”留空即采用规则分；改动的须写理由。没有得满分的须写偏差原因和改进措施。指标分值合计应为{' '}
        {score.edition.indicatorTotal / 100} 分。
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>表格按键</Box>
        直接输入替换内容；Enter 到下一行，Tab 到下一格；Ctrl+C / V 复制、粘贴一片；Ctrl+D 向下填充；Ctrl+Z
        撤销；Esc 再 Tab 离开表格。
      </section>
    </Box>
  )
}
