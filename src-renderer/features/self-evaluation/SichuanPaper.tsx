import Box from '@mui/material/Box'
import { shownResult } from '#domain/evaluation/self-evaluation-score'
import { formatWeight } from '#domain/goals/weights'
import { grades } from '#domain/grade'
import { formatWanExact } from '#domain/money'
import { fullMark, Long, moneyLines, pointsOf } from './paper-parts.tsx'
import type { PaperProps } from './SelfEvaluationPaper.tsx'

/** 510000_0013zp 部门预算项目支出绩效自评表 of 四川. */
export function SichuanPaper(props: PaperProps) {
  const { form, score, names } = props
  const { total, grade } = shownResult(form, score)
  const result =
    total === null
      ? ''
      : `自评总分 ${formatWeight(total)} 分${grade === '' ? '' : `，等级为${grades[grade]}`}。`
  return (
    <>
      <Box>510000_0013zp</Box>
      <Box component="h1" sx={{ m: 0, mb: '6pt', fontSize: '16pt', fontWeight: 700, textAlign: 'center' }}>
        部门预算项目支出绩效自评表（{names.year} 年度）
      </Box>
      <Head {...props} />
      <Entries {...props} />
      <table>
        <tbody>
          <Long label="评价结论" text={`${result}${form.summary}`} width="9%" />
          <Long label="存在问题" text={form.problems} width="9%" />
          <Long label="改进措施" text={form.measures} width="9%" />
          {form.department.opinion !== '' && (
            <Long label="主管部门意见" text={form.department.opinion} width="9%" />
          )}
        </tbody>
      </table>
      <Box sx={{ display: 'flex', gap: '40%', mt: '12pt', breakInside: 'avoid' }}>
        <span>项目负责人：</span>
        <span>财务负责人：</span>
      </Box>
    </>
  )
}

function Head({ form, score, names }: PaperProps) {
  const lines = moneyLines(form, score, '总额')
  const { execution } = shownResult(form, score)
  const reason = [form.fundsReason, form.adjustmentReason, form.carriedReason].filter(Boolean).join('\n')
  return (
    <table>
      <colgroup>
        <col width="9%" />
        <col width="17%" />
        <col width="15%" />
        <col width="15%" />
        <col width="13%" />
        <col width="7%" />
        <col width="5%" />
        <col width="5%" />
        <col />
      </colgroup>
      <tbody>
        <tr>
          <td>项目名称</td>
          <td colSpan={8} className="long">
            {form.code && `${form.code}-`}
            {form.name}
          </td>
        </tr>
        <tr>
          <td>主管部门</td>
          <td colSpan={3} className="long">
            {[names.departmentCode, names.department].filter(Boolean).join('-')}
          </td>
          <td>实施单位（盖章）</td>
          <td colSpan={4} className="long">
            {names.unit}
          </td>
        </tr>
        <tr>
          <td rowSpan={3}>项目基本情况</td>
          <td rowSpan={2}>1.项目年度目标完成情况</td>
          <td colSpan={3}>项目年度目标</td>
          <td colSpan={4}>年度目标完成情况</td>
        </tr>
        <tr>
          <td colSpan={3} className="long">
            {form.annualGoal || '\n'}
          </td>
          <td colSpan={4} className="long">
            {form.completion || '\n'}
          </td>
        </tr>
        <tr>
          <td>2.项目实施内容及过程概述</td>
          <td colSpan={7} className="long">
            {form.process || '\n'}
          </td>
        </tr>
        <tr>
          <td rowSpan={lines.length + 1}>
            {`预算执行情况\n（${formatWeight(score.edition.executionWeight)}分）`}
          </td>
          <td>年度预算数（万元）</td>
          <td>年初预算</td>
          <td>调整后预算数</td>
          <td>预算执行数</td>
          <td>执行率</td>
          <td>权重</td>
          <td>得分</td>
          <td>原因</td>
        </tr>
        {lines.map((line, index) => (
          <tr key={line.label}>
            <td className="long">{line.label}</td>
            <td className="figure">{formatWanExact(line.initial)}</td>
            <td className="figure">{formatWanExact(line.revised)}</td>
            <td className="figure">{formatWanExact(line.paid)}</td>
            <td>{line.rate}</td>
            <td>{index === 0 ? formatWeight(score.edition.executionWeight) : '—'}</td>
            <td>{index === 0 ? formatWeight(execution) : '—'}</td>
            {index === 0 && (
              <td rowSpan={lines.length} className="long">
                {reason}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Entries({ form, score }: PaperProps) {
  return (
    <table aria-label="绩效指标">
      <colgroup>
        <col width="9%" />
        <col width="8%" />
        <col width="10%" />
        <col width="17%" />
        <col width="6%" />
        <col width="8%" />
        <col width="6%" />
        <col width="9%" />
        <col width="5%" />
        <col width="5%" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th />
          <th>一级指标</th>
          <th>二级指标</th>
          <th>三级指标</th>
          <th>指标性质</th>
          <th>指标值</th>
          <th>度量单位</th>
          <th>完成值</th>
          <th>权重</th>
          <th>得分</th>
          <th>未完成原因分析</th>
        </tr>
      </thead>
      <tbody>
        {form.entries.map((entry, index) => (
          <tr key={entry.id}>
            {index === 0 && (
              <td rowSpan={form.entries.length}>
                {`绩效指标\n（${formatWeight(score.edition.indicatorTotal)}分）`}
              </td>
            )}
            <td>{entry.level1}</td>
            <td>{entry.level2}</td>
            <td className="long">{entry.name}</td>
            <td>{entry.operator}</td>
            <td>{entry.value}</td>
            <td>{entry.unit}</td>
            <td>{entry.actual}</td>
            <td>{formatWeight(entry.weight)}</td>
            <td>{pointsOf(form, score, entry)}</td>
            <td className="long">{entry.deviation}</td>
          </tr>
        ))}
        <tr>
          <td colSpan={8}>合计</td>
          <td>{fullMark(form, score)}</td>
          <td>{formatWeight(shownResult(form, score).total)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  )
}
