import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import {
  attributes,
  budgetBooks,
  durations,
  fundingSources,
  type Goal,
  importances,
  objectKinds,
  projectCategories,
} from '#domain/goals/goal'
import { formatWan, growthInTenths, tenthsText } from '#domain/money'
import type { Problem } from '#domain/problem'
import { severityMarks } from '#ui/SeverityMark.tsx'
import { colours } from '#ui/theme'
import type { GoalRecord } from './goal-record.ts'
import { LastResult } from './LastResult.tsx'
import { ReviewIndicators } from './ReviewIndicators.tsx'

export type ReviewFormProps = {
  record: GoalRecord
  problems: readonly Problem[]
  place: string
  onPlace: (at: string) => void
}

const texts = [
  { at: 'basis', label: '立项依据' },
  { at: 'overview', label: '项目概况' },
  { at: 'necessity', label: '必要性' },
  { at: 'feasibility', label: '可行性' },
] as const

/** A goal to be read at a glance, in the order of the form: only what is doubtful is lit, last year stands beside. */
export function ReviewForm(props: ReviewFormProps) {
  const { goal, previous, units } = props.record
  const unit = units.find((each) => each.id === goal.unitId)
  const parent = units.find((each) => each.id === unit?.parentId)
  const chosen = <T extends string>(table: Readonly<Record<T, string>>, key: T | '') =>
    key === '' ? '' : table[key]
  return (
    <Box
      sx={{
        p: 4,
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: 3,
        fontSize: 14,
        lineHeight: '22px',
      }}
    >
      <Box>
        <Field {...props} at="name" plain>
          <Box component="h2" sx={{ m: 0, fontSize: 18, lineHeight: '26px', fontWeight: 600 }}>
            {goal.name}
          </Box>
        </Field>
        <Box sx={{ color: colours.secondary, fontSize: 13 }}>
          {parent ? `${parent.name} · ` : ''}
          {unit?.name} · {objectKinds[goal.kind]} · {budgetBooks[goal.book]}
        </Box>
        <LastResult plain goal={goal} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px 24px' }}>
        <Field {...props} at="total" label="资金总额">
          <Box component="span" sx={{ fontSize: 18, fontWeight: 600 }}>
            {formatWan(goal.total)}
          </Box>{' '}
          万元
          <Before goal={goal} previous={previous} />
        </Field>
        <Field {...props} at="funding" label="资金来源">
          {goal.funding
            .map(({ source, amount }) => `${fundingSources[source]} ${formatWan(amount)}`)
            .join('；') || '—'}
        </Field>
        <Field {...props} at="category" label="类别">
          {[
            chosen(projectCategories, goal.category),
            chosen(attributes, goal.attribute),
            chosen(durations, goal.duration),
            importances[goal.importance],
          ]
            .filter((text) => text !== '')
            .join(' · ')}
        </Field>
        <Field {...props} at="preAssessment" label="事前评估">
          {goal.preAssessment || '—'}
        </Field>
      </Box>
      {texts
        .filter(({ at }) => goal[at] !== '' || props.problems.some((problem) => problem.at === at))
        .map(({ at, label }) => (
          <Field key={at} {...props} at={at} label={label}>
            {goal[at] || '—'}
          </Field>
        ))}
      <Field {...props} at="annualGoals" label="年度目标">
        {goal.annualGoals.map((text) => (
          <div key={text}>{text}</div>
        ))}
      </Field>
      <ReviewIndicators {...props} />
    </Box>
  )
}

function Before({ goal, previous }: { goal: Goal; previous: Goal | null }) {
  if (!previous || previous.total === null || goal.total === null || previous.total <= 0) {
    return (
      <Box component="span" sx={{ color: colours.secondary, fontSize: 12, ml: 2 }}>
        上年无同一项目
      </Box>
    )
  }
  const tenths = growthInTenths(goal.total, previous.total)
  const sign = tenths > 0 ? '增' : tenths < 0 ? '减' : ''
  return (
    <Box component="span" sx={{ color: colours.secondary, fontSize: 12, ml: 2 }}>
      上年 {formatWan(previous.total)}
      {sign === '' ? '，持平' : `，${sign} ${tenthsText(tenths)}`}
    </Box>
  )
}

/** A field with its label; lit when the check doubts it, framed when a comment would go there. */
function Field(
  props: ReviewFormProps & { at: string; label?: string; plain?: boolean; children: ReactNode },
) {
  const { at, problems } = props
  const own = problems.filter((problem) => problem.at === at || problem.at.startsWith(`${at}.`))
  const worst = own[0]
  return (
    <Box
      data-field={at}
      onClick={() => props.onPlace(at)}
      sx={{
        borderRadius: '4px',
        px: 1,
        mx: -1,
        cursor: 'default',
        outline: props.place === at ? `1px solid ${colours.primary}` : 'none',
        ...(worst ? { bgcolor: `${severityMarks[worst.severity].colour}14` } : {}),
      }}
    >
      {props.label && (
        <Box sx={{ fontSize: 12, lineHeight: '18px', color: colours.secondary }}>{props.label}</Box>
      )}
      {props.children}
      {own.map((problem) => (
        <Box
          key={`${problem.code} ${problem.message}`}
          sx={{ fontSize: 12, lineHeight: '18px', color: severityMarks[problem.severity].colour }}
        >
          {severityMarks[problem.severity].shape} {problem.message}
        </Box>
      ))}
    </Box>
  )
}
