import SearchIcon from '@mui/icons-material/Search'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useEffect, useState } from 'react'

/** Of a placeholder's letter, and what stands around it (sign, margins, the browser's cross), in px. */
const letterWidth = 14
const roomAround = 66

/** Searches as one types, but never with the half of a word that is still being composed. */
export function SearchField(props: {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  onLeave?: () => void
  width?: number | string
}) {
  const needed = [...props.placeholder].length * letterWidth + roomAround
  const wide = typeof props.width === 'string' ? props.width : Math.max(props.width ?? 200, needed)
  // What is typed stands here: the address, where the value often lives, follows a moment later.
  const [text, setText] = useState(props.value)
  const [composing, setComposing] = useState(false)

  useEffect(() => {
    setText(props.value)
  }, [props.value])

  return (
    <TextField
      type="search"
      placeholder={props.placeholder}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        if (!composing) props.onChange(event.target.value)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && text !== '') {
          event.preventDefault()
          setText('')
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
          onCompositionStart: () => setComposing(true),
          onCompositionEnd: (event: { currentTarget: HTMLInputElement }) => {
            setComposing(false)
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
      // What is looked for can be read whole: the filters beside it give way, not the field.
      sx={{
        width: wide,
        flexShrink: 0,
        maxWidth: '100%',
        '& .MuiInputBase-root': { pl: 2 },
        '& .MuiInputAdornment-root': { mr: 0 },
        '& input': { pl: 1.5 },
      }}
    />
  )
}
