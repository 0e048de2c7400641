import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { type Expert, type ExpertContent, expertStates, type Standing } from '#domain/experts/expert'
import { type ExpertField, expertFieldList, expertFields } from '#domain/experts/expert-rules'
import { type Problem, problemsAt } from '#domain/problem'
import type { ExpertForm } from '#storage/expert-record'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { useFirstField } from '#ui/use-first-field'
import { ExpertAvoid } from './ExpertAvoid.tsx'
import { ExpertRatings } from './ExpertRatings.tsx'
import { ExpertSecrets } from './ExpertSecrets.tsx'
import { StandingWord } from './ExpertTable.tsx'
import { panelFoot, panelGrid, panelStyle } from './styles.ts'

/** One expert of the register; every field is kept when it is left. */
export function ExpertPanel(props: {
  draft: ExpertContent
  /** Null while a new one is not kept yet. */
  expert: Expert | null
  problems: readonly Problem[]
  standing: Standing | null
  readOnly: boolean
  onChange: (patch: Partial<ExpertForm>) => void
  onClose: () => void
}) {
  const { draft, expert, onChange, readOnly } = props
  const at = (field: string) => problemsAt(props.problems, field)
  const panel = useFirstField(expert === null)
  function text(field: TextOfExpert, label: string, more: { placeholder?: string; required?: boolean } = {}) {
    return (
      <TextField
        label={label}
        value={draft[field]}
        readOnly={readOnly}
        problems={at(field)}
        onCommit={(value) => onChange({ [field]: value })}
        {...more}
      />
    )
  }
  return (
    <Paper ref={panel} variant="outlined" component="section" aria-label="专家登记" sx={panelStyle}>
      <Box sx={panelGrid}>
        <Box sx={{ gridColumn: '1 / -1', display: 'flex', alignItems: 'center', gap: 3 }}>
          <Typography variant="h2" sx={{ flex: 1 }}>
            {expert ? expert.name : '登记专家'}
          </Typography>
          {props.standing && <StandingWord standing={props.standing} />}
        </Box>
        {props.standing && props.standing.reason !== '' && (
          <Box sx={{ gridColumn: '1 / -1', fontSize: 12, color: 'text.secondary' }}>
            {props.standing.reason}
          </Box>
        )}
        {text('name', '姓名', { required: true })}
        <ChoiceField
          label="性别"
          value={draft.sex}
          choices={{ 男: '男', 女: '女' }}
          blank="未填"
          readOnly={readOnly}
          onCommit={(sex) => onChange({ sex })}
        />
        {text('workUnit', '工作单位')}
        {text('title', '职称')}
        {text('certificate', '资格证')}
        {text('phone', '联系方式')}
        <FieldBoxes chosen={draft.fields} problems={at('fields')} readOnly={readOnly} onChange={onChange} />
        {text('specialty', '行业小类', { placeholder: '如：水利、交通' })}
        <ChoiceField
          label="登记状态"
          value={draft.state}
          choices={expertStates}
          readOnly={readOnly}
          onCommit={(state) => state && onChange({ state })}
        />
        {text('joinedOn', '入库日期', { placeholder: '如 2026-01-01' })}
        {text('termEndsOn', '聘期至', { placeholder: '如 2028-12-31' })}
        <ExpertSecrets expert={expert} readOnly={readOnly} />
        <ExpertAvoid
          units={draft.avoidUnits}
          readOnly={readOnly || !expert}
          onChange={(avoidUnits) => onChange({ avoidUnits })}
        />
        {expert && <ExpertRatings expert={expert} />}
        <TextField
          label="备注"
          lines={2}
          value={draft.note}
          readOnly={readOnly}
          onCommit={(note) => onChange({ note })}
        />
      </Box>
      <Box sx={panelFoot}>
        <Box sx={{ flex: 1 }} />
        <Button variant="outlined" onClick={props.onClose}>
          关闭
        </Button>
      </Box>
    </Paper>
  )
}

type TextOfExpert =
  | 'name'
  | 'workUnit'
  | 'title'
  | 'certificate'
  | 'phone'
  | 'specialty'
  | 'joinedOn'
  | 'termEndsOn'

/** 专业领域: one or several of the four. */
function FieldBoxes(props: {
  chosen: readonly ExpertField[]
  problems: readonly Problem[]
  readOnly: boolean
  onChange: (patch: { fields: ExpertField[] }) => void
}) {
  return (
    <Box component="fieldset" sx={{ gridColumn: '1 / -1', m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, fontSize: 12, lineHeight: '20px', color: colours.secondary }}>
        专业领域
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap' }}>
        {expertFieldList.map((field) => (
          <FormControlLabel
            key={field}
            label={expertFields[field]}
            disabled={props.readOnly}
            control={<Checkbox checked={props.chosen.includes(field)} />}
            onChange={(_, checked) =>
              props.onChange({
                fields: expertFieldList.filter((each) =>
                  each === field ? checked : props.chosen.includes(each),
                ),
              })
            }
            sx={{ ml: '-4px', mr: 2, '& .MuiFormControlLabel-label': { fontSize: 13 } }}
          />
        ))}
      </Box>
      {props.problems[0] && (
        <Box sx={{ fontSize: 12, lineHeight: '18px', color: colours.attention }}>
          ▲ {props.problems[0].message}
        </Box>
      )}
    </Box>
  )
}
