import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { AssessmentExpert } from '#domain/assessments/assessment'
import type { AssessmentDimension } from '#domain/assessments/rules'
import { combinedScore, pointsText } from '#domain/assessments/score'
import { TextField } from '#ui/TextField.tsx'
import { tableStyle } from './PartMaterials.tsx'

/** Who scores, with the own score and opinion of each, and who has submitted. */
export function ExpertTable(props: {
  experts: readonly AssessmentExpert[]
  table: readonly AssessmentDimension[]
  mayWork: boolean
  onChange: (id: string, patch: Partial<AssessmentExpert>) => void
  onSubmit: (expert: AssessmentExpert) => void
  onReopen: (id: string) => void
  onRemove: (expert: AssessmentExpert, button: HTMLElement) => void
}) {
  const { experts, table, mayWork } = props
  return (
    <Box component="table" aria-label="专家" sx={tableStyle}>
      <thead>
        <tr>
          <th scope="col" style={{ width: 120 }}>
            专家
          </th>
          <th scope="col" style={{ width: 70 }}>
            得分
          </th>
          <th scope="col">意见</th>
          <th scope="col" style={{ width: 110 }}>
            提交
          </th>
          {mayWork && (
            <th scope="col" style={{ width: 150 }}>
              操作
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {experts.map((expert, index) => (
          <ExpertRow
            key={expert.id}
            expert={expert}
            number={index + 1}
            total={combinedScore([{ ...expert, submittedOn: '-' }], table).total}
            mayWork={mayWork}
            onChange={(patch) => props.onChange(expert.id, patch)}
            onSubmit={() => props.onSubmit(expert)}
            onReopen={() => props.onReopen(expert.id)}
            onRemove={(button) => props.onRemove(expert, button)}
          />
        ))}
      </tbody>
    </Box>
  )
}

function ExpertRow(props: {
  expert: AssessmentExpert
  number: number
  total: number
  mayWork: boolean
  onChange: (patch: Partial<AssessmentExpert>) => void
  onSubmit: () => void
  onReopen: () => void
  onRemove: (button: HTMLElement) => void
}) {
  const { expert, mayWork, onChange } = props
  const isSubmitted = expert.submittedOn !== ''
  const mayWrite = mayWork && !isSubmitted
  const name = expert.name || `专家 ${props.number}`
  return (
    <tr>
      <td>
        {mayWrite ? (
          <TextField
            hideLabel
            label={`专家 ${props.number} 姓名`}
            placeholder="姓名"
            value={expert.name}
            onCommit={(text) => onChange({ name: text.trim() })}
          />
        ) : (
          expert.name
        )}
      </td>
      <td style={{ textAlign: 'right' }}>{pointsText(props.total)}</td>
      <td>
        {mayWrite ? (
          <TextField
            hideLabel
            lines={1}
            label={`${name}的意见`}
            placeholder="专家意见"
            value={expert.opinion}
            onCommit={(opinion) => onChange({ opinion })}
          />
        ) : (
          expert.opinion
        )}
      </td>
      <td>{isSubmitted ? `● ${expert.submittedOn}` : '○ 未提交'}</td>
      {mayWork && (
        <td>
          {isSubmitted ? (
            <Button size="small" aria-label={`重新打开${name}的评分`} onClick={props.onReopen}>
              重新打开
            </Button>
          ) : (
            <>
              <Button size="small" aria-label={`提交${name}的评分`} onClick={props.onSubmit}>
                提交评分
              </Button>
              <Button
                size="small"
                color="error"
                aria-label={`移除${name}`}
                onClick={({ currentTarget }) => props.onRemove(currentTarget)}
              >
                移除
              </Button>
            </>
          )}
        </td>
      )}
    </tr>
  )
}
