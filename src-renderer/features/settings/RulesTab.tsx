import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { formatWeight } from '#domain/goals/weights'
import { validateRules } from '#domain/rules/validate-rules'
import { shippedRules, type YearRules } from '#domain/year-rules'
import { useSession } from '#session'
import { SeverityMark } from '#ui/SeverityMark.tsx'
import { RulesAdjustment } from './RulesAdjustment.tsx'
import { RulesApplications } from './RulesApplications.tsx'
import { RulesAssessment } from './RulesAssessment.tsx'
import { RulesDisposal } from './RulesDisposal.tsx'
import { RulesMonitoring } from './RulesMonitoring.tsx'
import { Clause, Head, Part } from './RulesParts.tsx'

const requiredWords = { error: '必填', warning: '一般应有', no: '可选' } as const

/** 规则包, read only: what is checked, on which clause, and what is only this system's default. */
export function RulesTab() {
  const { rules: current } = useSession()
  const [id, setId] = useState(current.id)
  // The book's own pack is shown with what the bureau changed in it.
  const rules = shippedRules.find((pack) => pack.id === id && id !== current.id) ?? current
  const problems = validateRules(rules)
  return (
    <Box sx={{ display: 'grid', gap: 4, maxWidth: 1200 }}>
      <Box sx={{ display: 'flex', gap: 4, alignItems: 'center' }}>
        <TextField
          select
          label="规则包"
          value={rules.id}
          onChange={(event) => setId(event.target.value)}
          sx={{ minWidth: 360 }}
        >
          {shippedRules.map((pack) => (
            <MenuItem key={pack.id} value={pack.id}>
              {pack.name}
              {pack.id === current.id && '（本账套使用）'}
            </MenuItem>
          ))}
        </TextField>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          第 {rules.version} 版，{rules.year} 年起适用；
          {problems.length === 0 ? '已核对，没有缺漏和重叠。' : `核对发现 ${problems.length} 处问题。`}
        </Typography>
      </Box>
      <Typography variant="body2">依据：{rules.basis}</Typography>
      <Levels rules={rules} />
      <Checks rules={rules} />
      <RulesAssessment rules={rules} />
      <RulesAdjustment rules={rules} />
      <RulesMonitoring rules={rules} />
      <RulesDisposal rules={rules} />
      <RulesApplications rules={rules} />
      <VagueWords rules={rules} />
    </Box>
  )
}

function Levels({ rules }: { rules: YearRules }) {
  return (
    <Part title={`指标体系与权重（指标权重合计 ${formatWeight(rules.weightTotal)} 分）`}>
      <Table size="small" aria-label="指标体系">
        <Head names={['一级指标', '建议权重', '二级指标', '要求', '依据']} />
        <TableBody>
          {rules.frame.flatMap((level1) =>
            level1.level2.map((level2, index) => (
              <TableRow key={`${level1.name} ${level2.name}`}>
                {index === 0 && (
                  <>
                    <TableCell rowSpan={level1.level2.length} sx={{ verticalAlign: 'top', fontWeight: 600 }}>
                      {level1.name}
                    </TableCell>
                    <TableCell rowSpan={level1.level2.length} sx={{ verticalAlign: 'top' }}>
                      {level1.weight === null ? '—' : `${formatWeight(level1.weight)} 分`}
                    </TableCell>
                  </>
                )}
                <TableCell>{level2.name}</TableCell>
                <TableCell>{requiredWords[level2.required]}</TableCell>
                <TableCell>
                  <Clause clause={level2.clause} mark={level2.mark} />
                </TableCell>
              </TableRow>
            )),
          )}
        </TableBody>
      </Table>
    </Part>
  )
}

function Checks({ rules }: { rules: YearRules }) {
  return (
    <Part title={`目标体检（${rules.checks.length} 条）`}>
      <Table size="small" aria-label="目标体检规则">
        <Head names={['级别', '问题', '建议', '依据']} />
        <TableBody>
          {rules.checks.map((rule) => (
            <TableRow key={rule.code}>
              <TableCell>
                <SeverityMark severity={rule.severity} />
              </TableCell>
              <TableCell>{withoutMarks(rule.message)}</TableCell>
              <TableCell>{withoutMarks(rule.suggestion)}</TableCell>
              <TableCell>
                <Clause clause={rule.clause} mark={rule.mark} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Part>
  )
}

function VagueWords({ rules }: { rules: YearRules }) {
  return (
    <Part title={`模糊用语（${rules.vagueWords.length} 个）`}>
      <Table size="small" aria-label="模糊用语">
        <Head names={['用语', '不算模糊的情形', '改写建议', '依据']} />
        <TableBody>
          {rules.vagueWords.map((word) => (
            <TableRow key={word.word}>
              <TableCell>{word.word}</TableCell>
              <TableCell>{word.except.join('、') || '—'}</TableCell>
              <TableCell>{word.instead}</TableCell>
              <TableCell>
                <Clause clause={word.clause} mark={word.mark} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Part>
  )
}

/** The places a check fills in, shown as a blank. */
function withoutMarks(text: string): string {
  return text.replace(/\{[^}]*\}/g, '…')
}
