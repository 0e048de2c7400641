import Box from '@mui/material/Box'
import { chineseDay } from '#domain/dates'
import { indicatorsOf, scoringMethods } from '#domain/evaluation/indicator-system'
import { markPoints } from '#domain/evaluation/mark'
import { sheetSums } from '#domain/evaluation/score-sheet'
import { shownName } from '#domain/evaluation/scoring-desk'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { formatWeight } from '#domain/goals/weights'
import { useSession } from '#session'
import { localDay } from '#storage/local-day'
import { paperStyle } from './LandscapePaper.tsx'

/** 评价工作底稿: every indicator with its points, what they rest on, reason and evidence by 底稿 number. */
export function SheetPaper(props: {
  task: EvaluationTask
  sheet: KeptSheet
  names: { year: number; unit: string; office: string }
}) {
  const { task, sheet, names } = props
  const { rules } = useSession()
  const sums = sheetSums(sheet, task.system, rules.evaluation)
  const vetoes = rules.evaluation.scoring.vetoes.filter(({ id }) => sheet.vetoes.includes(id))
  return (
    <Box component="article" sx={paperStyle}>
      <Box component="h1" sx={{ m: 0, fontSize: '17pt', fontWeight: 700, textAlign: 'center' }}>
        绩效评价工作底稿
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', my: '4pt' }}>
        <span>
          {names.year} 年度　评价对象：{shownName(task)}　单位：{names.unit}
        </span>
        <span>
          编号：{task.number}-
          {String(task.experts.findIndex(({ expertId }) => expertId === sheet.expertId) + 1).padStart(2, '0')}
          {sheet.round === 2 && '（第二轮）'}
        </span>
      </Box>
      <table aria-label="评分">
        <colgroup>
          {['5%', '9%', '15%', '6%', '6%', '21%', '24%', '14%'].map((width, index) => (
            // The columns have no names of their own and never move.
            <col key={columns[index]} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Rows task={task} sheet={sheet} />
          <tr>
            <th scope="row" colSpan={3}>
              合计
            </th>
            <td style={{ textAlign: 'right' }}>
              {formatWeight(sums.points + sums.lost + sums.unproven + sums.open)}
            </td>
            <td style={{ textAlign: 'right' }}>{formatWeight(sums.points)}</td>
            <td colSpan={3}>
              扣分 {formatWeight(sums.lost)}，未证实 {formatWeight(sums.unproven)}
              {sums.open > 0 && `，未评 ${formatWeight(sums.open)}`}
              {vetoes.map(({ text }) => `；${text}`).join('')}
            </td>
          </tr>
        </tbody>
      </table>
      <Materials task={task} />
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: '16pt', breakInside: 'avoid' }}>
        <span>评分专家（签字）：{sheet.signedAt === '' ? '　　　　　　　　' : `${sheet.name}　　　　`}</span>
        <span>复核人：　　　　　　　　</span>
        <span>{sheet.signedAt === '' ? '　　年　　月　　日' : chineseDay(localDay(sheet.signedAt))}</span>
      </Box>
      <Box sx={{ mt: '4pt' }}>组织单位：{names.office}</Box>
    </Box>
  )
}

const columns = ['序号', '二级指标', '三级指标', '分值', '得分', '评分情况', '扣分（未证实）理由', '佐证']

function Rows({ task, sheet }: { task: EvaluationTask; sheet: KeptSheet }) {
  const { rules } = useSession()
  const groups = new Map(
    task.system.levels.flatMap((level) =>
      level.groups.flatMap((group) => group.indicators.map(({ id }) => [id, group.name] as const)),
    ),
  )
  const materials = new Map(task.materials.map((material) => [material.id, material]))
  return indicatorsOf(task.system)
    .filter(({ id }) => sheet.asked.includes(id))
    .map((indicator, index) => {
      const mark = sheet.marks[indicator.id]
      const result = mark && markPoints(indicator, mark, rules.evaluation)
      const isGiven = result && result.points !== null
      const evidence = (mark?.evidence ?? []).map(
        ({ attachmentId, page }) =>
          `${materials.get(attachmentId)?.number ?? '（已移除）'}${page === null ? '' : ` 第${page}页`}`,
      )
      return (
        <tr key={indicator.id}>
          <td style={{ textAlign: 'center' }}>{index + 1}</td>
          <td>{groups.get(indicator.id)}</td>
          <td>{indicator.name}</td>
          <td style={{ textAlign: 'right' }}>{formatWeight(indicator.points)}</td>
          <td style={{ textAlign: 'right' }}>{isGiven ? formatWeight(result.points) : ''}</td>
          <td>{isGiven ? result.formula : scoringMethods[indicator.method.kind]}</td>
          <td>{mark?.reason}</td>
          <td>{[...new Set(evidence)].join('、')}</td>
        </tr>
      )
    })
}

function Materials({ task }: { task: EvaluationTask }) {
  if (task.materials.length === 0) return null
  return (
    <Box sx={{ mt: '6pt' }}>
      佐证材料：
      {task.materials
        .map(({ number, name, attachment }) => `${number} ${name}${attachment ? '' : '（纸质）'}`)
        .join('；')}
    </Box>
  )
}
