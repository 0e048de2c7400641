import Box from '@mui/material/Box'
import { useState } from 'react'
import { indicatorsOf } from '#domain/evaluation/indicator-system'
import type { EvaluationTask } from '#domain/evaluation/task'
import { taskProblems } from '#domain/evaluation/task-checks'
import { useSession } from '#session'
import { ProblemList } from '#ui/ProblemList.tsx'
import { SidePanel } from '#ui/SidePanel.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'

const tabNames = { problems: '问题', trail: '过程', help: '帮助' } as const
type TabName = keyof typeof tabNames

/** Beside the task: what is still missing, who did what, and the rules it goes by. */
export function TaskPanel({ task }: { task: EvaluationTask }) {
  const { book, rules } = useSession()
  const [, setInAddress] = useAddress()
  const [open, setOpen] = useState<TabName>(task.state === 'preparing' ? 'problems' : 'trail')
  const problems = task.state === 'preparing' ? taskProblems(task, rules.evaluation) : []
  const tabs = (Object.entries(tabNames) as [TabName, string][]).map(([name, title]) => ({
    name,
    title: name === 'problems' && problems.length > 0 ? `${title} ${problems.length}` : title,
  }))
  const names = new Map(indicatorsOf(task.system).map(({ id, name }) => [id, name]))
  return (
    <SidePanel label="问题、过程与帮助" width={300} tabs={tabs} open={open} onOpen={setOpen}>
      {open === 'problems' &&
        (problems.length === 0 ? (
          <Box sx={{ p: 3, fontSize: 13, color: colours.ok }}>
            ● {task.state === 'preparing' ? '已经准备好，可以开始评分。' : '没有问题。'}
          </Box>
        ) : (
          <ProblemList
            problems={problems}
            placeOf={({ at }) => names.get(at) ?? placeNames[at] ?? '指标体系'}
            onJump={({ at }) => {
              const part = at === 'materials' ? 'materials' : placeNames[at] ? '' : 'system'
              setInAddress({ part })
            }}
          />
        ))}
      {open === 'trail' && (
        <Box sx={{ p: 3 }}>
          <TrailList
            trail={task.trail}
            empty={book.kit ? '办理过程在财政局，评分包里没有。' : '任务还在准备，没有办理过程。'}
          />
        </Box>
      )}
      {open === 'help' && <Help />}
    </SidePanel>
  )
}

const placeNames: Readonly<Record<string, string>> = {
  experts: '专家',
  calibrationId: '校准指标',
  dueOn: '完成日期',
  materials: '材料',
}

function Help() {
  const { rules } = useSession()
  const { aggregation, spread, outlier, vetoes } = rules.evaluation.scoring
  return (
    <Box sx={{ p: 3, fontSize: 13, lineHeight: '20px', display: 'grid', gap: 3 }}>
      <section>
        <Box sx={{ fontWeight: 600 }}>办理过程</Box>
        准备 → 各专家独立评分、签名 → 汇总（差距大的再评一轮）→ 征求被评价单位意见 → 结论。
        <Box sx={{ color: colours.secondary }}>依据：巴财〔2020〕38号 三（二）3〔源〕</Box>
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>评分规则</Box>
        扣分须写明理由并关联佐证；缺少证明材料的评为“未证实”，与“差”分开统计。签名前互相看不到评分。
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>汇总</Box>
        至少 {aggregation.least} 人签名；最高与最低相差超过分值的 {spread.dispute}%
        进入第二轮；与中位数相差超过 {outlier.distance}% 的标出。
        <Box sx={{ color: colours.secondary }}>
          依据：{aggregation.clause}〔{aggregation.mark}〕
        </Box>
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>一票否决</Box>
        {vetoes.map(({ id, text, most }) => (
          <Box key={id}>
            {text}：总分不超过 {most / 100} 分
          </Box>
        ))}
      </section>
    </Box>
  )
}
