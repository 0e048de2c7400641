import Box from '@mui/material/Box'
import { shownResult } from '#domain/evaluation/self-evaluation-score'
import { targetText } from '#domain/goals/goal'
import { formatWeight } from '#domain/goals/weights'
import { formatWanExact } from '#domain/money'
import { fullMark, Long, moneyLines, pointsOf } from './paper-parts.tsx'
import type { PaperProps } from './SelfEvaluationPaper.tsx'

/** 项目支出绩效自评表 as annexed to 财预〔2020〕10号. */
export function NationalPaper(props: PaperProps) {
  const { form, names } = props
  const texts = [
    ['执行率原因', form.fundsReason],
    ['预算调整理由', form.adjustmentReason],
    ['结转原因', form.carriedReason],
    ['自评结论', form.summary],
    ['存在问题', form.problems],
    ['改进措施', form.measures],
    ['主管部门意见', form.department.opinion],
  ] as const
  return (
    <>
      <Box component="h1" sx={{ m: 0, fontSize: '16pt', fontWeight: 700, textAlign: 'center' }}>
        项目支出绩效自评表
      </Box>
      <Box sx={{ textAlign: 'center', mb: '4pt' }}>（{names.year} 年度）</Box>
      <Head {...props} />
      <Entries {...props} />
      {texts.some(([, text]) => text !== '') && (
        <table>
          <tbody>
            {texts
              .filter(([, text]) => text !== '')
              .map(([label, text]) => (
                <Long key={label} label={label} text={text} width="12%" />
              ))}
          </tbody>
        </table>
      )}
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: '12pt', breakInside: 'avoid' }}>
        <span>单位负责人：　　　　　</span>
        <span>填报人：　　　　　</span>
        <span>联系电话：　　　　　</span>
        <span>填报日期：　　年　　月　　日</span>
      </Box>
    </>
  )
}

function Head({ form, score, names }: PaperProps) {
  const lines = moneyLines(form, score, '年度资金总额')
  const { execution } = shownResult(form, score)
  return (
    <table>
      <colgroup>
        <col width="12%" />
        <col width="22%" />
        <col width="15%" />
        <col width="15%" />
        <col width="14%" />
        <col width="6%" />
        <col width="8%" />
        <col width="8%" />
      </colgroup>
      <tbody>
        <tr>
          <td>项目名称</td>
          <td colSpan={7} className="long">
            {form.code && `［${form.code}］`}
            {form.name}
          </td>
        </tr>
        <tr>
          <td>主管部门</td>
          <td colSpan={2} className="long">
            {names.departmentCode && `［${names.departmentCode}］`}
            {names.department}
          </td>
          <td>实施单位</td>
          <td colSpan={4} className="long">
            {names.unit}
          </td>
        </tr>
        <tr>
          <td rowSpan={lines.length + 1}>{'项目资金\n（万元）'}</td>
          <td />
          <td>年初预算数</td>
          <td>全年预算数</td>
          <td>全年执行数</td>
          <td>分值</td>
          <td>执行率</td>
          <td>得分</td>
        </tr>
        {lines.map((line, index) => (
          <tr key={line.label}>
            <td className="long">{line.label}</td>
            <td className="figure">{formatWanExact(line.initial)}</td>
            <td className="figure">{formatWanExact(line.revised)}</td>
            <td className="figure">{formatWanExact(line.paid)}</td>
            <td>{index === 0 ? formatWeight(score.edition.executionWeight) : '—'}</td>
            <td>{line.rate}</td>
            <td>{index === 0 ? formatWeight(execution) : '—'}</td>
          </tr>
        ))}
        <tr>
          <td rowSpan={2}>年度总体目标</td>
          <td colSpan={3}>预期目标</td>
          <td colSpan={4}>实际完成情况</td>
        </tr>
        <tr>
          <td colSpan={3} className="long">
            {form.annualGoal || '\n'}
          </td>
          <td colSpan={4} className="long">
            {form.completion || '\n'}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function Entries({ form, score }: PaperProps) {
  return (
    <table aria-label="绩效指标">
      <colgroup>
        <col width="12%" />
        <col width="10%" />
        <col width="16%" />
        <col width="10%" />
        <col width="10%" />
        <col width="6%" />
        <col width="7%" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th>一级指标</th>
          <th>二级指标</th>
          <th>三级指标</th>
          <th>年度指标值</th>
          <th>实际完成值</th>
          <th>分值</th>
          <th>得分</th>
          <th>偏差原因分析及改进措施</th>
        </tr>
      </thead>
      <tbody>
        {form.entries.map((entry) => (
          <tr key={entry.id}>
            <td>{entry.level1}</td>
            <td>{entry.level2}</td>
            <td className="long">{entry.name}</td>
            <td>{targetText(entry)}</td>
            <td>{entry.actual}</td>
            <td>{formatWeight(entry.weight)}</td>
            <td>{pointsOf(form, score, entry)}</td>
            <td className="long">{entry.deviation}</td>
          </tr>
        ))}
        <tr>
          <td colSpan={5}>总分</td>
          <td>{fullMark(form, score)}</td>
          <td>{formatWeight(shownResult(form, score).total)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  )
}
