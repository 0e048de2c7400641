import Box from '@mui/material/Box'
import { fundsIn } from '#domain/evaluation/self-evaluation-content'
import { problemsAt } from '#domain/problem'
import { unitWithDepartment } from '#domain/unit-names'
import { useSession } from '#session'
import { tableStyle } from '#ui/part-style'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import type { PartProps } from './part.ts'

/** 基本情况与年度目标: whose form it is, on which form, and the goal beside what became of it. */
export function PartBasics({ draft, score, units, problems, readOnly }: PartProps) {
  const { rules } = useSession()
  const { form } = draft
  const { editions } = rules.evaluation.selfEvaluation
  const { unit, department } = unitWithDepartment(form.unitId, units)
  const coded = (each: typeof unit) => (each ? `［${each.code}］${each.name}` : '')
  const most = score.edition.limits?.reason
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box component="table" aria-label="基本情况" sx={tableStyle}>
        <tbody>
          <tr>
            <th scope="row" style={{ width: 100 }}>
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
            <th scope="row" style={{ width: 100 }}>
              实施单位
            </th>
            <td>{coded(unit)}</td>
          </tr>
        </tbody>
      </Box>
      <Box sx={{ maxWidth: 260 }}>
        <ChoiceField
          label="自评表版式"
          field="editionId"
          readOnly={readOnly}
          value={form.editionId}
          choices={Object.fromEntries(editions.map(({ id, name }) => [id, name]))}
          onCommit={(id) => {
            const edition = editions.find((each) => each.id === id)
            if (edition) draft.change((before) => ({ editionId: id, funds: fundsIn(edition, before.funds) }))
          }}
        />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
        <TextField
          label="年度总体目标"
          lines={4}
          wide={false}
          readOnly
          value={form.annualGoal}
          onCommit={nothing}
        />
        <TextField
          label="年度目标完成情况"
          field="completion"
          hint={countText(form.completion, most)}
          lines={4}
          wide={false}
          readOnly={readOnly}
          problems={problemsAt(problems, 'completion')}
          value={form.completion}
          onCommit={(completion) => draft.change(() => ({ completion }))}
        />
      </Box>
    </Box>
  )
}

function nothing(): void {
  // A field that is only read hands nothing over.
}

function countText(text: string, most: number | undefined): string {
  const count = [...text.trim()].length
  return most === undefined ? `${count} 字` : `${count}/${most} 字`
}

const texts = [
  { field: 'process', label: '实施内容及过程', lines: 2, limited: false },
  { field: 'summary', label: '自评结论与成效', lines: 2, limited: true },
  { field: 'problems', label: '存在问题及原因', lines: 2, limited: true },
  { field: 'measures', label: '改进措施和建议', lines: 2, limited: true },
] as const

/** 自评结论: what was done, what came of it, what is wrong and what will be done. */
export function PartTexts({ draft, score, problems, readOnly }: PartProps) {
  const { form } = draft
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {texts.map(({ field, label, lines, limited }) => (
        <TextField
          key={field}
          label={label}
          field={field}
          hint={countText(form[field], limited ? score.edition.limits?.text : undefined)}
          lines={lines}
          readOnly={readOnly}
          problems={problemsAt(problems, field)}
          value={form[field]}
          onCommit={(text) => draft.change(() => ({ [field]: text }))}
        />
      ))}
    </Box>
  )
}
