import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import type { Mark, Sourced } from '#domain/year-rules'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { markNames } from './closing-rules-part.ts'

export const cell = {
  p: '6px 8px',
  borderBottom: `1px solid ${colours.line}`,
  textAlign: 'left',
  verticalAlign: 'top',
} as const

/** A table of rules; `widths` in percent. */
export function RuleTable(props: {
  label: string
  heads: readonly (readonly [string, number])[]
  children: ReactNode
}) {
  return (
    <Box
      component="table"
      aria-label={props.label}
      sx={{
        borderCollapse: 'collapse',
        width: '100%',
        fontSize: 13,
        tableLayout: 'fixed',
        bgcolor: colours.surface,
      }}
    >
      <thead>
        <tr>
          {props.heads.map(([name, width]) => (
            <Box
              key={name}
              component="th"
              scope="col"
              sx={{
                ...cell,
                width: `${width}%`,
                bgcolor: colours.head,
                fontWeight: 500,
                position: 'sticky',
                top: 0,
              }}
            >
              {name}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </Box>
  )
}

/** The name of a rule, which opens it; what the bureau changed is marked. */
export function RuleName(props: { name: string; isOwn: boolean; isOpen: boolean; onOpen: () => void }) {
  return (
    <Box component="td" sx={{ ...cell, ...(props.isOpen ? { bgcolor: colours.selected } : {}) }}>
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

export function Ground({ clause, mark }: Sourced) {
  return (
    <Box component="td" sx={{ ...cell, fontSize: 12, color: colours.secondary }}>
      〔{mark}〕{clause}
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
