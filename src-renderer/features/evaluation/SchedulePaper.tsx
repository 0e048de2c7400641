import Box from '@mui/material/Box'
import type { EvaluationTask } from '#domain/evaluation/task'
import { daysText, sortedVisits, visitFigures, visitorsText, visitStates } from '#domain/evaluation/visit'
import { paperStyle } from './LandscapePaper.tsx'

const columns = ['序号', '日期', '地点', '参加人员', '查看内容', '查看情况', '附件', '状态']
const widths = ['4%', '10%', '13%', '17%', '18%', '22%', '9%', '7%']

/** 现场评价安排表: before going the plan, afterwards the record of what was found. */
export function SchedulePaper(props: {
  task: EvaluationTask
  nameOf: (of: string) => string
  names: { year: number; unit: string; office: string }
}) {
  const { task, names } = props
  const visits = sortedVisits(task.visits ?? [])
  const { count, done, people, personDays } = visitFigures(visits)
  return (
    <Box component="article" sx={paperStyle}>
      <Box component="h1" sx={{ m: 0, fontSize: '17pt', fontWeight: 700, textAlign: 'center' }}>
        现场评价安排表
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', my: '4pt' }}>
        <span>
          {names.year} 年度　评价对象：{task.name}
          {names.unit !== '' && `　单位：${names.unit}`}
        </span>
        <span>编号：{task.number}</span>
      </Box>
      <table aria-label="现场安排">
        <colgroup>
          {widths.map((width, index) => (
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
          {visits.map((visit, index) => (
            <tr key={visit.id}>
              <td style={{ textAlign: 'center' }}>{index + 1}</td>
              <td>{daysText(visit)}</td>
              <td>{visit.place}</td>
              <td>{visitorsText(visit.visitors, props.nameOf)}</td>
              <td>{visit.aim}</td>
              <td>{visit.found}</td>
              <td>{visit.attachments.map(({ name }) => name).join('\n')}</td>
              <td style={{ textAlign: 'center' }}>{visitStates[visit.state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Box sx={{ mt: '6pt' }}>
        现场工作 {count} 次，已完成 {done} 次；参加 {people} 人，共 {personDays} 人天。
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: '16pt', breakInside: 'avoid' }}>
        <span>评价人员（签字）：　　　　　　　　</span>
        <span>被评价单位（签章）：　　　　　　　　</span>
        <span>　　年　　月　　日</span>
      </Box>
      <Box sx={{ mt: '4pt' }}>组织单位：{names.office}</Box>
    </Box>
  )
}
