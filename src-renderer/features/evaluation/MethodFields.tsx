import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode, RefObject } from 'react'
import { formatWeight, parseWeight } from '#domain/goals/weights'
import { ReadField } from '#ui/ReadField.tsx'
import { takeRow } from '#ui/take-row'
import { useRefuseUnread } from '#ui/unread'

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
  const refuseUnread = useRefuseUnread()
  // The rows behind it move up: what could not be read in one would stand in another.
  const remove = (button: HTMLElement) => !refuseUnread() && takeRow(button, props.adder, props.onRemove)
  return (
    <Box data-row sx={{ ...line, gridTemplateColumns: props.readOnly ? '1fr 68px' : '1fr 68px 40px' }}>
      {props.children}
      {!props.readOnly && (
        <Button
          size="small"
          color="error"
          aria-label={`删除${props.name}`}
          onClick={({ currentTarget }) => remove(currentTarget)}
          sx={{ minWidth: 0, height: 32, mt: '20px' }}
        >
          删除
        </Button>
      )}
    </Box>
  )
}

/** Points in hundredths; what is no number of points stays in sight and is not kept. */
export function PointsField(props: {
  label: string
  hideLabel?: boolean
  value: number
  readOnly: boolean
  onCommit: (points: number) => void
}) {
  return (
    <ReadField
      label={props.label}
      hideLabel={props.hideLabel ?? false}
      align="right"
      readOnly={props.readOnly}
      value={formatWeight(props.value)}
      take={(text) => {
        const points = parseWeight(text)
        if (points === null || points < 0) return '没有保存。请填分数，如 8.5。'
        props.onCommit(points)
        return ''
      }}
    />
  )
}
