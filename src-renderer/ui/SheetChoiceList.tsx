import MenuItem from '@mui/material/MenuItem'
import MenuList from '@mui/material/MenuList'
import Paper from '@mui/material/Paper'
import Popper from '@mui/material/Popper'
import type { RefObject } from 'react'
import type { SheetChoices } from './use-sheet-choices.ts'

/** The list under the cell that is written. */
export function SheetChoiceList(props: {
  title: string
  choices: SheetChoices
  anchor: RefObject<HTMLElement | null>
  onChoose: (choice: string) => void
}) {
  const { matching, picked } = props.choices
  return (
    <Popper
      open={matching.length > 0}
      anchorEl={() => props.anchor.current ?? document.body}
      placement="bottom-start"
      sx={{ zIndex: 1300 }}
    >
      <Paper variant="outlined" sx={{ maxHeight: 260, overflow: 'auto', boxShadow: 4 }}>
        <MenuList dense role="listbox" aria-label={`${props.title}选项`}>
          {matching.map((choice, index) => (
            <MenuItem
              key={choice}
              role="option"
              tabIndex={-1}
              selected={index === picked}
              aria-selected={index === picked}
              onMouseDown={(event) => {
                event.preventDefault()
                props.onChoose(choice)
              }}
            >
              {choice}
            </MenuItem>
          ))}
        </MenuList>
      </Paper>
    </Popper>
  )
}
