import Box from '@mui/material/Box'
import { type Grade, grades } from '#domain/grade'
import { colours } from '#ui/theme'

const list = Object.entries(grades) as [Grade, string][] // the entries of the table of grades

/** 优□良□中□差□ as on the form: one of four. */
export function GradeButtons(props: {
  label: string
  value: Grade | ''
  readOnly: boolean
  onChange: (grade: Grade) => void
}) {
  return (
    <Box role="radiogroup" aria-label={`${props.label}等级`} sx={{ display: 'inline-flex' }}>
      {list.map(([grade, name]) => {
        const on = grade === props.value
        return (
          <Box
            component="label"
            key={grade}
            sx={{
              position: 'relative',
              px: 1.5,
              lineHeight: '24px',
              cursor: props.readOnly ? 'default' : 'pointer',
              border: 1,
              ml: '-1px',
              borderColor: colours.control,
              bgcolor: on ? colours.primary : colours.surface,
              color: on ? colours.surface : colours.text,
              '&:focus-within': { outline: `2px solid ${colours.primary}`, outlineOffset: 1 },
            }}
          >
            <Box
              component="input"
              type="radio"
              name={props.label}
              checked={on}
              disabled={props.readOnly}
              onChange={() => props.onChange(grade)}
              sx={{ position: 'absolute', opacity: 0, width: '1px', height: '1px' }}
            />
            {name}
          </Box>
        )
      })}
    </Box>
  )
}
