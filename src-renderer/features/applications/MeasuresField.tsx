import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import type { Application } from '#domain/applications/application'
import { type Measure, measureList, measureRule, measures } from '#domain/applications/rules'
import type { Problem } from '#domain/problem'
import { useSession } from '#session'
import { colours } from '#ui/theme'

/** 应用措施: what the rules propose first and marked, then what else is meant for the object; several go together. */
export function MeasuresField(props: {
  label: string
  application: Application
  value: readonly Measure[]
  readOnly: boolean
  problems: readonly Problem[]
  onCommit: (value: Measure[]) => void
}) {
  const { application, value, readOnly, problems } = props
  const { rules } = useSession()
  const { measures: proposed, others } = application.ground
  const fitting = measureList.filter((measure) =>
    measureRule(rules.applications, measure)?.kinds.includes(application.kind),
  )
  const ordered = [...new Set([...proposed, ...others, ...fitting])]
  const shown = readOnly ? ordered.filter((measure) => value.includes(measure)) : ordered
  return (
    <Box component="fieldset" sx={{ gridColumn: '1 / -1', border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ fontSize: 12, color: colours.secondary, p: 0 }}>
        {props.label}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
        {shown.length === 0 && <Box sx={{ fontSize: 13 }}>还没有选择。</Box>}
        {shown.map((measure) => (
          <FormControlLabel
            key={measure}
            disabled={readOnly}
            label={`${measures[measure]}${proposed.includes(measure) ? '（规则建议）' : others.includes(measure) ? '（可选）' : ''}`}
            slotProps={{ typography: { sx: { fontSize: 13, '&.Mui-disabled': { color: colours.text } } } }}
            control={
              <Checkbox
                size="small"
                checked={value.includes(measure)}
                onChange={(_event, checked) =>
                  props.onCommit(
                    measureList.filter((each) => (each === measure ? checked : value.includes(each))),
                  )
                }
              />
            }
          />
        ))}
      </Box>
      {problems[0] && <Box sx={{ fontSize: 12, color: colours.alarm }}>■ {problems[0].message}</Box>}
    </Box>
  )
}
