import Box from '@mui/material/Box'
import { formatWeight } from '#domain/goals/weights'
import { useSession } from '#session'
import { colours } from '#ui/theme'

const keys: readonly [string, string][] = [
  ['直接输入', '替换单元格内容'],
  ['F2 或双击', '修改单元格内容'],
  ['Alt+Enter', '单元格内换行'],
  ['Enter / Tab', '下一行 / 下一格，Shift 反向'],
  ['Ctrl+方向键', '跳到有内容的边缘'],
  ['Shift+方向键', '扩大选区'],
  ['Ctrl+C / X / V', '复制 / 剪切 / 粘贴一片'],
  ['Ctrl+Z / Y', '撤销 / 重做'],
  ['Ctrl+D', '向下填充'],
  ['Ctrl+Shift+=', '插入行'],
  ['Ctrl+-', '删除行'],
  ['Alt+↑ / ↓', '移动行'],
  ['Esc 再 Tab', '离开表格'],
]

/** How to write an indicator, what the year's pack expects, and the keys of the sheet. */
export function GoalHelp() {
  const { rules } = useSession()
  return (
    <Box sx={{ p: 3, fontSize: 13, lineHeight: '20px', display: 'grid', gap: 3 }}>
      <section>
        <Box sx={{ fontWeight: 600 }}>{rules.name}</Box>
        <Box sx={{ color: colours.secondary }}>依据：{rules.basis}</Box>
        <Box component="ul" sx={{ m: 0, pl: 4 }}>
          {rules.frame.map((level) => (
            <li key={level.name}>
              {level.name}
              {level.weight !== null && ` ${formatWeight(level.weight)}`}：
              {level.level2.map((second) => second.name).join('、')}
            </li>
          ))}
        </Box>
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>指标怎么写</Box>
        <Box sx={{ color: colours.ok }}>● 培训合格率 ≥ 95 %</Box>
        <Box sx={{ color: colours.alarm }}>■ 培训效果 明显提升</Box>
        <Box sx={{ color: colours.secondary }}>
          指标值只写数字，符号和单位各在一格；“≥95%”整段输入会自动拆开。成本用 ≤，满意度用 % 。
        </Box>
      </section>
      <section>
        <Box sx={{ fontWeight: 600 }}>指标表按键</Box>
        <Box
          component="dl"
          sx={{ display: 'grid', gridTemplateColumns: '112px 1fr', gap: '2px 8px', m: 0, '& dd': { m: 0 } }}
        >
          {keys.flatMap(([key, does]) => [<dt key={key}>{key}</dt>, <dd key={`${key} does`}>{does}</dd>])}
        </Box>
      </section>
    </Box>
  )
}
