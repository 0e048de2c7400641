import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { withPart, withTotal } from '#domain/goals/funding'
import { type FundingSource, fundingSources } from '#domain/goals/goal'
import { addUp, formatWanExact } from '#domain/money'
import { problemsAt } from '#domain/problem'
import { MoneyField } from '#ui/MoneyField.tsx'
import { severityMarks } from '#ui/SeverityMark.tsx'
import { colours } from '#ui/theme'
import { FieldGrid, type SectionProps } from './GoalSections.tsx'

const sources = Object.keys(fundingSources) as FundingSource[]

/** 资金总额 as written on the form, and its parts by source. */
export function GoalFunding({ draft, problems, readOnly }: SectionProps) {
  const { content, change, touch } = draft
  const sum = addUp(content.funding.map((part) => part.amount))
  const filled = content.funding.some((part) => part.amount !== null)
  const differs = filled && content.total !== null && sum !== content.total
  // The difference itself stands beside the sum, with the way to mend it.
  const others = problemsAt(problems, 'funding').filter(({ code }) => code !== 'funding-total-differs')

  return (
    <>
      <FieldGrid min={180}>
        <MoneyField
          label="资金总额"
          field="total"
          readOnly={readOnly}
          problems={problemsAt(problems, 'total')}
          value={content.total}
          onTyping={touch}
          onCommit={(total) => change(withTotal(content, total))}
        />
        {sources.map((source) => (
          <MoneyField
            key={source}
            label={fundingSources[source]}
            readOnly={readOnly}
            field={`funding.${source}`}
            problems={problemsAt(problems, `funding.${source}`)}
            value={content.funding.find((part) => part.source === source)?.amount ?? null}
            onTyping={touch}
            onCommit={(amount) => change(withPart(content, source, amount))}
          />
        ))}
      </FieldGrid>
      <Box
        data-field="funding"
        sx={{ mt: 2, fontSize: 13, color: differs ? colours.alarm : colours.secondary }}
      >
        各来源合计 {formatWanExact(sum)} 万元
        {differs && `，■ 与资金总额相差 ${formatWanExact((content.total ?? 0) - sum)} 万元`}
        {differs && !readOnly && (
          <Button size="small" onClick={() => change({ total: sum })} sx={{ ml: 2 }}>
            总额改为合计数
          </Button>
        )}
        {others.map(({ code, severity, message }) => (
          <Box key={code + message} sx={{ color: severityMarks[severity].colour }}>
            <span aria-hidden="true">{severityMarks[severity].shape}</span> {message}
          </Box>
        ))}
      </Box>
    </>
  )
}
