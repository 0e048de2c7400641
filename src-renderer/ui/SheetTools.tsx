import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import type { SheetAction } from './sheet-model.ts'

const tools: readonly { word: string; keys: string; action: SheetAction; needsRows: boolean }[] = [
  { word: '插入行', keys: 'Ctrl+Shift+=', action: { type: 'insert', where: 'above' }, needsRows: false },
  { word: '删除行', keys: 'Ctrl+-', action: { type: 'remove' }, needsRows: true },
  { word: '上移', keys: 'Alt+↑', action: { type: 'shift', by: -1 }, needsRows: true },
  { word: '下移', keys: 'Alt+↓', action: { type: 'shift', by: 1 }, needsRows: true },
  { word: '向下填充', keys: 'Ctrl+D', action: { type: 'fill-down' }, needsRows: true },
]

/** Buttons for what the keys do, with the keys in their hints; further ones of the owner stand behind. */
export function SheetTools(props: {
  readOnly: boolean
  fixedRows: boolean
  canUndo: boolean
  canRedo: boolean
  hasRows: boolean
  act: (action: SheetAction) => void
  children?: ReactNode
}) {
  if (props.readOnly) return props.children ? <Box sx={{ mb: 1 }}>{props.children}</Box> : null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1, alignItems: 'center' }}>
      {tools
        .filter((tool) => !props.fixedRows || tool.action.type === 'fill-down')
        .map((tool) => (
          <Tool
            key={tool.word}
            word={tool.word}
            keys={tool.keys}
            disabled={tool.needsRows && !props.hasRows}
            onClick={() => props.act(tool.action)}
          />
        ))}
      <Tool word="撤销" keys="Ctrl+Z" disabled={!props.canUndo} onClick={() => props.act({ type: 'undo' })} />
      <Tool word="重做" keys="Ctrl+Y" disabled={!props.canRedo} onClick={() => props.act({ type: 'redo' })} />
      <Box sx={{ flex: 1 }} />
      {props.children}
    </Box>
  )
}

function Tool(props: { word: string; keys: string; disabled: boolean; onClick: () => void }) {
  return (
    <Button
      size="small"
      color="inherit"
      title={`${props.word}（${props.keys}）`}
      disabled={props.disabled}
      onClick={props.onClick}
      sx={{ minWidth: 0 }}
    >
      {props.word}
    </Button>
  )
}
