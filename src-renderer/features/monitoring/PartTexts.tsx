import Box from '@mui/material/Box'
import { problemsAt } from '#domain/problem'
import { unitWithDepartment } from '#domain/unit-names'
import { useSession } from '#session'
import { tableStyle } from '#ui/part-style'
import { TextField } from '#ui/TextField.tsx'
import type { PartProps } from './part.ts'

/** 基本情况: whose form it is, and the goal of the year. */
export function PartBasics({ draft, units }: PartProps) {
  const { form } = draft
  const { unit, department } = unitWithDepartment(form.unitId, units)
  const coded = (each: typeof unit) => (each ? `［${each.code}］${each.name}` : '')
  return (
    <Box component="table" aria-label="基本情况" sx={tableStyle}>
      <tbody>
        <tr>
          <th scope="row" style={{ width: 120 }}>
            项目名称
          </th>
          <td colSpan={3}>
            {form.code && `［${form.code}］`}
            {form.name}
          </td>
        </tr>
        <tr>
          <th scope="row">主管部门</th>
          <td>{coded(department)}</td>
          <th scope="row" style={{ width: 120 }}>
            实施单位
          </th>
          <td>{coded(unit)}</td>
        </tr>
        <tr>
          <th scope="row">年度总体目标</th>
          <td colSpan={3} style={{ whiteSpace: 'pre-wrap' }}>
            {form.annualGoal}
          </td>
        </tr>
      </tbody>
    </Box>
  )
}

/** 原因与措施: why it will not be reached, what will be done, and the whole in a few words. */
export function PartTexts({ draft, problems, readOnly }: PartProps) {
  const { rules } = useSession()
  const { form } = draft
  const { text } = rules.monitoring.limits
  const count = (value: string) => `${[...value.trim()].length}/${text} 字`
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <TextField
        label="预计年底不能完成目标的原因及拟采取的措施"
        field="measures"
        hint={`有“有可能”“完全不可能”的必填，${count(form.measures)}`}
        lines={3}
        readOnly={readOnly}
        problems={problemsAt(problems, 'measures')}
        value={form.measures}
        onCommit={(measures) => draft.change(() => ({ measures }))}
      />
      <TextField
        label="总体情况"
        field="summary"
        hint={count(form.summary)}
        lines={2}
        readOnly={readOnly}
        problems={problemsAt(problems, 'summary')}
        value={form.summary}
        onCommit={(summary) => draft.change(() => ({ summary }))}
      />
    </Box>
  )
}
