import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode, RefObject } from 'react'
import { formatWeight, parseWeight } from '#domain/goals/weights'
import { TextField } from '#ui/TextField.tsx'
import { takeRow } from '#ui/take-row'

export const line = { display: 'grid', gap: 1, alignItems: 'start' } as const

/** One of several 要点, bands or deductions: its two fields and how to take it away. */
export function RemovableRow(props: {
  name: string
  readOnly: boolean
  /** Takes the focus where no row is left behind it. */
  adder: RefObject<HTMLButtonElement | null>
  onRemove: () => void
  children: ReactNode
}) {
  return (
    <Box data-row sx={{ ...line, gridTemplateColumns: props.readOnly ? '1fr 68px' : '1fr 68px 40px' }}>
      {props.children}
      {!props.readOnly && (
        <Button
          size="small"
          color="error"
          aria-label={`删除${props.name}`}
          onClick={({ currentTarget }) => takeRow(currentTarget, props.adder, props.onRemove)}
          sx={{ minWidth: 0, height: 32, mt: '20px' }}
        >
          删除
        </Button>
      )}
    </Box>
  )
}

/** Points in hundredths; what is no number of points is not kept. */
export function PointsField(props: {
  label: string
  value: number
  readOnly: boolean
  onCommit: (points: number) => void
}) {
  return (
    <TextField
      label={props.label}
      align="right"
      readOnly={props.readOnly}
      value={formatWeight(props.value)}
      onCommit={(text) => {
        const points = parseWeight(text)
        if (points !== null && points >= 0) props.onCommit(points)
      }}
    />
  )
}

/** A whole number from 0 on; '' is null. */
export function NumberField(props: {
  label: string
  value: number | null
  readOnly: boolean
  onCommit: (value: number | null) => void
}) {
  return (
    <TextField
      label={props.label}
      align="right"
      readOnly={props.readOnly}
      value={props.value === null ? '' : String(props.value)}
      onCommit={(text) => {
        const plain = text.normalize('NFKC').trim()
        if (plain === '') props.onCommit(null)
        else if (/^\d{1,4}$/.test(plain)) props.onCommit(Number(plain))
      }}
    />
  )
}
