import Box from '@mui/material/Box'
import { type Indicator, targetText } from '#domain/goals/goal'
import { formatWeight } from '#domain/goals/weights'
import { severityMarks } from '#ui/SeverityMark.tsx'
import { colours } from '#ui/theme'
import type { ReviewFormProps } from './ReviewForm.tsx'

/** The indicators with last year's value of the same name; doubtful rows are lit. */
export function ReviewIndicators({ record, problems, place, onPlace }: ReviewFormProps) {
  const { goal, previous } = record
  const before = new Map(previous?.indicators.map((row) => [row.name, row]))
  const whole = problems.filter((problem) => problem.at === 'indicators')
  return (
    <Box>
      {whole.map((problem) => (
        <Box
          key={problem.message}
          sx={{ fontSize: 12, lineHeight: '18px', color: severityMarks[problem.severity].colour }}
        >
          {severityMarks[problem.severity].shape} {problem.message}
        </Box>
      ))}
      <Box
        component="table"
        aria-label="绩效指标"
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          fontSize: 13,
          lineHeight: '20px',
          '& th, & td': { border: 1, borderColor: colours.line, px: 1.5, py: 0.75, textAlign: 'left' },
          '& th': { bgcolor: colours.head, fontWeight: 400, color: colours.secondary },
        }}
      >
        <thead>
          <tr>
            <th>类别</th>
            <th>指标</th>
            <th>指标值</th>
            <th>上年</th>
            <th>权重</th>
          </tr>
        </thead>
        <tbody>
          {goal.indicators.map((row) => (
            <Row
              key={row.id}
              row={row}
              before={before.get(row.name)}
              own={problems.filter((problem) => problem.at.startsWith(`indicators.${row.id}`))}
              chosen={place.startsWith(`indicators.${row.id}`)}
              onChoose={() => onPlace(`indicators.${row.id}.name`)}
            />
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

function Row(props: {
  row: Indicator
  before: Indicator | undefined
  own: ReviewFormProps['problems']
  chosen: boolean
  onChoose: () => void
}) {
  const { row, before, own } = props
  const [worst] = own
  return (
    <Box
      component="tr"
      onClick={props.onChoose}
      sx={{
        outline: props.chosen ? `1px solid ${colours.primary}` : 'none',
        ...(worst ? { bgcolor: `${severityMarks[worst.severity].colour}14` } : {}),
      }}
    >
      <td style={{ whiteSpace: 'nowrap' }}>{row.level2 || row.level1}</td>
      <td>
        {row.name}
        {own.map((problem) => (
          <Box
            key={`${problem.code} ${problem.message}`}
            sx={{ fontSize: 12, lineHeight: '18px', color: severityMarks[problem.severity].colour }}
          >
            {severityMarks[problem.severity].shape} {problem.message}
          </Box>
        ))}
      </td>
      <td>{targetText(row)}</td>
      <td style={{ color: colours.secondary }}>{before ? targetText(before) : '—'}</td>
      <td style={{ textAlign: 'right' }}>{formatWeight(row.weight)}</td>
    </Box>
  )
}
