import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import type { Mark, Sourced } from '#domain/year-rules'
import { ruleCell } from '#ui/RuleTable.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { markNames } from './closing-rules-part.ts'

/** The name of a rule, which opens it; what the bureau changed is marked. */
export function RuleName(props: { name: string; isOwn: boolean; isOpen: boolean; onOpen: () => void }) {
  return (
    <Box component="td" sx={{ ...ruleCell, ...(props.isOpen ? { bgcolor: colours.selected } : {}) }}>
      <Button
        size="small"
        aria-pressed={props.isOpen}
        onClick={props.onOpen}
        sx={{ p: 0, minWidth: 0, textAlign: 'left', justifyContent: 'flex-start', fontSize: 13 }}
      >
        {props.name}
      </Button>
      {props.isOwn && (
        <Box sx={{ fontSize: 12, color: colours.attention }}>
          <span aria-hidden="true">▲ </span>本局规定
        </Box>
      )}
    </Box>
  )
}

/** One rule beside the table, opened to be looked at or changed. */
export function RulePane(props: { name: string; children: ReactNode }) {
  return (
    <Box
      component="aside"
      aria-label={`规则：${props.name}`}
      sx={{
        ...{ width: 400, flex: 'none', overflow: 'auto', p: 3 },
        ...{ display: 'grid', gap: 2, alignContent: 'start' },
        ...{ bgcolor: colours.surface, borderLeft: `1px solid ${colours.line}` },
      }}
    >
      <Box component="h2" sx={{ fontSize: 15, fontWeight: 600, m: 0 }}>
        {props.name}
      </Box>
      {props.children}
    </Box>
  )
}

/** On what a rule rests: its clause, and how well it is proved. */
export function GroundFields(props: {
  of: Sourced
  label?: string
  readOnly: boolean
  onChange: (change: Partial<Sourced>) => void
}) {
  const { of, label = '依据', readOnly, onChange } = props
  return (
    <>
      <TextField
        label={label}
        lines={2}
        value={of.clause}
        readOnly={readOnly}
        required
        onCommit={(clause) => onChange({ clause })}
      />
      <ChoiceField<Mark>
        label={`${label}的性质`}
        value={of.mark}
        choices={markNames}
        readOnly={readOnly}
        onCommit={(mark) => mark !== '' && onChange({ mark })}
      />
    </>
  )
}

/** Gives one rule back as the pack has it. */
export function GiveBack({
  isOwn,
  readOnly,
  onBack,
}: {
  isOwn: boolean
  readOnly: boolean
  onBack: () => void
}) {
  if (!isOwn || readOnly) return null
  return (
    <Button variant="outlined" onClick={onBack} sx={{ justifySelf: 'start' }}>
      恢复规则包原值
    </Button>
  )
}
