import SearchIcon from '@mui/icons-material/Search'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useState } from 'react'

/** Searches as one types, but never with the half of a word that is still being composed. */
export function SearchField(props: {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  onLeave?: () => void
  width?: number | string
}) {
  const [composed, setComposed] = useState<string | null>(null)
  return (
    <TextField
      type="search"
      placeholder={props.placeholder}
      value={composed ?? props.value}
      onChange={(event) => {
        if (composed === null) props.onChange(event.target.value)
        else setComposed(event.target.value)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && props.value !== '') {
          event.preventDefault()
          props.onChange('')
          return
        }
        if (!props.onLeave || !['Enter', 'ArrowDown', 'Escape'].includes(event.key)) return
        event.preventDefault()
        props.onLeave()
      }}
      slotProps={{
        htmlInput: {
          'aria-label': props.label,
          onCompositionStart: (event: { currentTarget: HTMLInputElement }) =>
            setComposed(event.currentTarget.value),
          onCompositionEnd: (event: { currentTarget: HTMLInputElement }) => {
            setComposed(null)
            props.onChange(event.currentTarget.value)
          },
        },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
      sx={{ width: props.width ?? 230 }}
    />
  )
}
