import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode, RefObject } from 'react'
import type { Method } from '#domain/evaluation/indicator-system'
import { takeRow } from '#ui/take-row'
import { useRefuseUnread } from '#ui/unread'

/** A method under edit, of the indicator's `points`. */
export type MethodProps<Kind extends Method['kind'] = Method['kind']> = {
  method: Extract<Method, { kind: Kind }>
  points: number
  readOnly: boolean
  onChange: (method: Method) => void
}

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
