import Box from '@mui/material/Box'
import { arranged } from '#domain/applications/amounts'
import { checkDecision } from '#domain/applications/checks'
import { formatWanExact } from '#domain/money'
import { problemsAt } from '#domain/problem'
import { useSession } from '#session'
import { MoneyField } from '#ui/MoneyField.tsx'
import { fields, note } from '#ui/part-style'
import { TextField } from '#ui/TextField.tsx'
import { MeasuresField } from './MeasuresField.tsx'
import type { PartProps } from './part.ts'

/** 审定: what 预算科 prepares and the leaders decide; the proposal stands unless it is changed. */
export function PartDecision({ saver, application }: PartProps) {
  const { by, rules } = useSession()
  const { state, budget, decidedChange } = application
  const isBudgets = by.duty === 'budget' && (state === 'budgeting' || state === 'deciding')
  const readOnly = !(isBudgets || (by.duty === 'leader' && state === 'deciding'))
  const isOpen = state === 'budgeting' || state === 'deciding'
  const found = isOpen ? checkDecision(application, rules.applications) : []
  const problems = state === 'budgeting' ? found.filter((each) => each.at !== 'decidedBy') : found
  const after = arranged(application, decidedChange)
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={fields}>
        <TextField
          wide
          label="预算科意见"
          lines={2}
          value={application.budgetOpinion}
          readOnly={readOnly}
          onCommit={(budgetOpinion) => saver.draft({ budgetOpinion })}
        />
        <MeasuresField
          label={isOpen ? '拟审定措施' : '审定措施'}
          application={application}
          value={application.decided}
          readOnly={readOnly}
          problems={problemsAt(problems, 'decided')}
          onCommit={(decided) => saver.draft({ decided })}
        />
        <MoneyField
          label={isOpen ? '拟审定增减' : '审定增减'}
          hint="万元，压减填负数"
          value={decidedChange}
          readOnly={readOnly}
          problems={problemsAt(problems, 'decidedChange')}
          onCommit={(change) => saver.draft({ decidedChange: change })}
        />
        <TextField
          label="审定的局领导或会议"
          value={application.decidedBy}
          readOnly={readOnly}
          placeholder="如 局党组会议"
          problems={problemsAt(problems, 'decidedBy')}
          onCommit={(decidedBy) => saver.draft({ decidedBy })}
        />
        <TextField label="审定日期" value={application.decidedOn} readOnly onCommit={() => undefined} />
        <TextField
          wide
          label="说明"
          hint="与规则不一致的，写明理由"
          lines={2}
          value={application.decisionReason}
          readOnly={readOnly}
          problems={problemsAt(problems, 'decisionReason')}
          onCommit={(decisionReason) => saver.draft({ decisionReason })}
        />
      </Box>
      {after !== null && budget !== null && (
        <Box sx={note}>
          预算 {formatWanExact(budget)} 万元，增减后 {formatWanExact(after)} 万元。
        </Box>
      )}
    </Box>
  )
}
