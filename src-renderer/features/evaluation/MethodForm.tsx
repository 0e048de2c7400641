import Box from '@mui/material/Box'
import { useSession } from '#session'
import { CountField } from '#ui/CountField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { line, type MethodProps } from './MethodFields.tsx'
import { Aspects, Bands, Deductions } from './MethodLists.tsx'

/** What a method needs besides its kind, for each of the seven. */
export function MethodForm(props: MethodProps) {
  const { method } = props
  switch (method.kind) {
    case 'aspects':
      return <Aspects {...props} method={method} />
    case 'ratio':
      return <RatioForm {...props} method={method} />
    case 'bands':
      return <Bands {...props} method={method} />
    case 'deduction':
      return <Deductions {...props} method={method} />
    case 'satisfaction':
      return <Satisfaction {...props} method={method} />
    case 'yes-no':
      return (
        <TextField
          label="判断的问题"
          lines={2}
          readOnly={props.readOnly}
          value={method.question}
          onCommit={(question) => props.onChange({ ...method, question })}
        />
      )
    case 'graded':
      return <Graded />
  }
}

function RatioForm({ method, readOnly, onChange }: MethodProps<'ratio'>) {
  return (
    <>
      <Box sx={{ ...line, gridTemplateColumns: '64px 1fr 72px' }}>
        <ChoiceField
          label="符号"
          value={method.operator}
          choices={{ '≥': '≥', '≤': '≤', '=': '=' }}
          readOnly={readOnly}
          onCommit={(operator) => operator !== '' && onChange({ ...method, operator })}
        />
        <TextField
          label="指标值"
          align="right"
          readOnly={readOnly}
          value={method.target}
          onCommit={(target) => onChange({ ...method, target: target.trim() })}
        />
        <TextField
          label="单位"
          readOnly={readOnly}
          value={method.unit}
          onCommit={(unit) => onChange({ ...method, unit: unit.trim() })}
        />
      </Box>
      <CountField
        label="及格线（完成率 %，低于它不得分；空为不设）"
        most={9999}
        readOnly={readOnly}
        value={method.passBelow}
        onCommit={(passBelow) => onChange({ ...method, passBelow })}
      />
      <Box sx={{ color: colours.secondary }}>得分 = 分值 × 完成率，不超过满分。</Box>
    </>
  )
}

function Satisfaction({ method, readOnly, onChange }: MethodProps<'satisfaction'>) {
  return (
    <Box sx={{ ...line, gridTemplateColumns: '1fr 1fr' }}>
      <CountField
        label="满分线 %"
        isNeeded
        most={9999}
        readOnly={readOnly}
        value={method.full}
        onCommit={(full) => full !== null && onChange({ ...method, full })}
      />
      <CountField
        label="零分线 %"
        isNeeded
        most={9999}
        readOnly={readOnly}
        value={method.zero}
        onCommit={(zero) => zero !== null && onChange({ ...method, zero })}
      />
    </Box>
  )
}

function Graded() {
  const { rules } = useSession()
  const { bands } = rules.evaluation.scoring
  return (
    <Box sx={{ color: colours.secondary }}>
      由专家在分值以内评分：
      {bands.map(({ name, from }) => `${name} ≥${from}%`).join('，')}。
      <br />
      依据：{bands[0]?.clause}〔{bands[0]?.mark}〕
    </Box>
  )
}
