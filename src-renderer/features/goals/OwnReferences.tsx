import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type RefObject, useRef } from 'react'
import { type Reference, type Standard, standards } from '#domain/library/indicator'
import type { Problem } from '#domain/problem'
import { nextId } from '#storage/stamp'
import { keepFocus } from '#ui/keep-focus'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { takeRow } from '#ui/take-row'
import { colours } from '#ui/theme'

const choices = Object.fromEntries(standards.map((each) => [each, each])) as Record<Standard, string> // keys of the list

/** 参考值 row by row: the value, its standard, the year and where it comes from. */
export function OwnReferences(props: {
  references: readonly Reference[]
  problems: readonly Problem[]
  standard: Standard
  onChange: (references: readonly Reference[]) => void
}) {
  const { references, onChange } = props
  const adder = useRef<HTMLButtonElement>(null)

  function change(id: string, patch: Partial<Reference>) {
    onChange(references.map((each) => (each.id === id ? { ...each, ...patch } : each)))
  }

  function add() {
    onChange([...references, { id: nextId(), standard: props.standard, value: '', year: '', note: '' }])
  }

  return (
    <Box component="section" aria-label="参考值" sx={{ gridColumn: '1 / -1' }}>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Typography variant="h3" sx={{ flex: 1, fontSize: 13 }}>
          参考值
        </Typography>
        <Button ref={adder} size="small" onMouseDown={keepFocus} onClick={add}>
          添加参考值
        </Button>
      </Box>
      {references.map((reference, index) => (
        <ReferenceRow
          key={reference.id}
          number={index + 1}
          reference={reference}
          problems={props.problems}
          adder={adder}
          onChange={(patch) => change(reference.id, patch)}
          onRemove={() => onChange(references.filter(({ id }) => id !== reference.id))}
        />
      ))}
    </Box>
  )
}

function ReferenceRow(props: {
  number: number
  reference: Reference
  problems: readonly Problem[]
  adder: RefObject<HTMLButtonElement | null>
  onChange: (patch: Partial<Reference>) => void
  onRemove: () => void
}) {
  const { reference, number, onChange } = props
  const at = (field: string) =>
    props.problems.filter((each) => each.at === `references.${reference.id}.${field}`)
  return (
    <Box
      role="group"
      data-row
      aria-label={`参考值第 ${number} 行`}
      sx={{
        display: 'grid',
        gridTemplateColumns: '1fr 1fr 72px',
        gap: '4px 8px',
        py: 2,
        borderTop: `1px solid ${colours.line}`,
      }}
    >
      <TextField
        label={`参考值 ${number}`}
        align="right"
        value={reference.value}
        problems={at('value')}
        onCommit={(value) => onChange({ value: value.trim() })}
      />
      <ChoiceField
        label="标准"
        value={reference.standard}
        choices={choices}
        onCommit={(standard) => standard && onChange({ standard })}
      />
      <TextField
        label="年度"
        value={reference.year}
        problems={at('year')}
        onCommit={(year) => onChange({ year: year.normalize('NFKC').trim() })}
      />
      <Box sx={{ gridColumn: '1 / 3' }}>
        <TextField
          label="出处或说明"
          value={reference.note}
          onCommit={(note) => onChange({ note: note.trim() })}
        />
      </Box>
      <Button
        size="small"
        color="error"
        aria-label={`删除参考值 ${number}`}
        onMouseDown={keepFocus}
        onClick={({ currentTarget }) => takeRow(currentTarget, props.adder, props.onRemove)}
        sx={{ alignSelf: 'end', minWidth: 0 }}
      >
        删除
      </Button>
    </Box>
  )
}
