import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { needLines } from '#domain/assessments/need'
import { conclusions } from '#domain/assessments/result'
import { type AssessmentKind, assessmentKinds } from '#domain/assessments/rules'
import { pointsText } from '#domain/assessments/score'
import type { YearRules } from '#domain/year-rules'
import { Clause, Head, Part } from './RulesParts.tsx'

/** 事前评估 of the pack: who needs one, from which score which conclusion, and the tables of points. */
export function RulesAssessment({ rules }: { rules: YearRules }) {
  const { lines, experts, tables } = rules.assessment
  const kinds = Object.entries(assessmentKinds) as [AssessmentKind, string][] // the rows of the table
  return (
    <>
      <Part title="事前评估：哪些应当评估">
        <Table size="small" aria-label="事前评估标准">
          <Head names={['情形', '超过', '依据']} />
          <TableBody>
            {needLines(rules).map(({ name, line, clause, mark }) => (
              <TableRow key={name}>
                <TableCell>{name}</TableCell>
                <TableCell>{line}</TableCell>
                <TableCell>
                  <Clause clause={clause} mark={mark} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        <Box sx={{ p: 3, fontSize: 13 }}>
          {pointsText(lines.support)} 分以上可以“{conclusions.support}”，{pointsText(lines.adjust)} 分以上“
          {conclusions.adjust}”，不足的“{conclusions.oppose}”；任一维度得分率低于 {lines.dimensionRate}%
          的不得“
          {conclusions.support}”。
          <Clause clause={lines.clause} mark={lines.mark} />
          　至少 {experts.minimum} 位专家。
          <Clause clause={experts.clause} mark={experts.mark} />
        </Box>
      </Part>
      {kinds.map(([kind, kindName]) => (
        <Part key={kind} title={`事前评估评分表（${kindName}）`}>
          <Table size="small" aria-label={`事前评估评分表（${kindName}）`}>
            <Head names={['维度', '审核内容', '审核要点', '分值', '依据']} />
            <TableBody>
              {tables[kind].flatMap((dimension) =>
                dimension.items.map((item, index) => (
                  <TableRow key={item.id}>
                    {index === 0 && (
                      <TableCell
                        rowSpan={dimension.items.length}
                        sx={{ verticalAlign: 'top', fontWeight: 600 }}
                      >
                        {dimension.name}
                      </TableCell>
                    )}
                    <TableCell>{item.group}</TableCell>
                    <TableCell>{item.text}</TableCell>
                    <TableCell align="right">{pointsText(item.points)}</TableCell>
                    <TableCell>
                      <Clause clause={item.clause} mark={item.mark} />
                    </TableCell>
                  </TableRow>
                )),
              )}
            </TableBody>
          </Table>
        </Part>
      ))}
    </>
  )
}
