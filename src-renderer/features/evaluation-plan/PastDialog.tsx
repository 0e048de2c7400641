import Box from '@mui/material/Box'
import { useState } from 'react'
import type { PastEvaluation } from '#domain/evaluation/plan'
import type { PlanLine } from '#domain/evaluation/plan-list'
import { type Grade, grades } from '#domain/grade'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { ChoiceField } from '#ui/TextField.tsx'

/** Enters that objects were evaluated in a year before the first book, all with the same grade. */
export function PastDialog(props: {
  lines: readonly PlanLine[]
  year: number
  since: number
  past: readonly PastEvaluation[]
  onCancel: () => void
  onSave: (past: PastEvaluation[]) => void
}) {
  const years = Array.from({ length: props.year - props.since }, (_, index) => String(props.year - 1 - index))
  const [year, setYear] = useState(years[0] ?? '')
  const [grade, setGrade] = useState<Grade | ''>('')
  const keys = new Set(props.lines.map(({ object }) => object.key))
  const others = props.past.filter((one) => !(keys.has(one.key) && one.year === Number(year)))
  return (
    <ConfirmDialog
      open
      title={`登记以前年度评价：${props.lines.length} 个对象`}
      action={`登记 ${props.lines.length} 个`}
      disabled={year === ''}
      onCancel={props.onCancel}
      onConfirm={() =>
        props.onSave([...others, ...[...keys].map((key) => ({ key, year: Number(year), grade }))])
      }
    >
      <Box sx={{ fontSize: 13, mb: 2 }}>
        启用系统以前由财政部门评过的对象，登记后周期从那一年算起。系统里已有评价结论的，以结论为准。
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        <ChoiceField
          label="评价的预算年度"
          value={year}
          choices={Object.fromEntries(years.map((each) => [each, `${each} 年`]))}
          onCommit={setYear}
        />
        <ChoiceField label="等级" value={grade} choices={grades} blank="不清楚" onCommit={setGrade} />
      </Box>
    </ConfirmDialog>
  )
}
