import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import { fieldLabels } from '#domain/goals/compare'
import { problemsAt } from '#domain/problem'
import { TextField } from '#ui/TextField.tsx'
import { takeRow } from '#ui/take-row'
import type { SectionProps } from './GoalSections.tsx'

const stack = { display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' } as const

/** 立项依据, 项目概况, 必要性, 可行性 (巴财〔2020〕38号 三（二）). */
export function GoalNarrative({ draft, problems, readOnly }: SectionProps) {
  const { content, change, touch } = draft
  const isDepartment = content.kind === 'department'
  const fields = isDepartment
    ? (['overview', 'basis'] as const)
    : (['basis', 'overview', 'necessity', 'feasibility'] as const)
  return (
    <Box sx={stack}>
      {fields.map((field) => (
        <TextField
          key={field}
          field={field}
          label={isDepartment && field === 'overview' ? '部门职能概述' : fieldLabels[field]}
          lines={3}
          readOnly={readOnly}
          problems={problemsAt(problems, field)}
          value={content[field]}
          onTyping={touch}
          onCommit={(text) => change({ [field]: text })}
        />
      ))}
    </Box>
  )
}

/** 年度目标, one entry each, and 长期目标. */
export function GoalTargets({ draft, problems, readOnly }: SectionProps) {
  const adder = useRef<HTMLButtonElement>(null)
  const { content, change, touch } = draft
  const goals = content.annualGoals.length > 0 ? content.annualGoals : ['']
  // The entries have no identity but their place on the form.
  const places = goals.map((text, index) => ({ text, index, key: `${index} of ${goals.length}` }))
  return (
    <Box sx={stack}>
      {places.map(({ text, index, key }) => (
        <Box key={key} data-row sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <TextField
              {...(index === 0
                ? { field: 'annualGoals', problems: problemsAt(problems, 'annualGoals') }
                : {})}
              label={goals.length > 1 ? `年度目标 ${index + 1}` : '年度目标'}
              lines={3}
              readOnly={readOnly}
              value={text}
              onTyping={touch}
              onCommit={(value) => change({ annualGoals: goals.with(index, value).filter(keepFilled) })}
            />
          </Box>
          {!readOnly && goals.length > 1 && (
            <Button
              size="small"
              color="inherit"
              sx={{ mt: 5 }}
              aria-label={`删除年度目标 ${index + 1}`}
              onClick={({ currentTarget }) =>
                takeRow(currentTarget, adder, () => change({ annualGoals: goals.toSpliced(index, 1) }))
              }
            >
              删除
            </Button>
          )}
        </Box>
      ))}
      {!readOnly && (
        <Box>
          <Button ref={adder} size="small" onClick={() => change({ annualGoals: [...goals, ''] })}>
            增加一条年度目标
          </Button>
        </Box>
      )}
      <TextField
        field="longTermGoal"
        label="长期目标"
        lines={2}
        readOnly={readOnly}
        problems={problemsAt(problems, 'longTermGoal')}
        value={content.longTermGoal}
        onTyping={touch}
        onCommit={(longTermGoal) => change({ longTermGoal })}
      />
    </Box>
  )
}

/** A single blank entry is none; further ones stay until they are deleted. */
function keepFilled(text: string, _index: number, all: readonly string[]): boolean {
  return text !== '' || all.length > 1
}
