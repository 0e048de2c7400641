import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ButtonBase from '@mui/material/ButtonBase'
import type { SchemeGroup } from '#domain/appraisals/scheme'
import { colours } from '#ui/theme'

/** What stands before the items: opened where none is. */
export const headName = '名称、加扣分和等次'

/** 办法目录: the head and every item under its group, each with its points. */
export function SchemeOutline(props: {
  groups: readonly SchemeGroup[]
  /** The item that is open. */
  open: string | undefined
  readOnly: boolean
  onOpen: (itemId: string) => void
  onAdd: (groupId: string) => void
}) {
  return (
    <Box
      component="nav"
      aria-label="办法目录"
      sx={{
        width: 260,
        flex: 'none',
        overflow: 'auto',
        bgcolor: colours.surface,
        borderRight: `1px solid ${colours.line}`,
      }}
    >
      <Row isHere={props.open === undefined} onClick={() => props.onOpen('')} name={headName} value="" />
      {props.groups.map((group) => (
        <Box key={group.id}>
          <Box
            sx={{
              display: 'flex',
              alignItems: 'center',
              p: '4px 12px',
              fontSize: 13,
              fontWeight: 600,
              bgcolor: colours.head,
            }}
          >
            <Box sx={{ flex: 1 }}>{group.name}</Box>
            <Box>{group.points / 100} 分</Box>
            {!props.readOnly && (
              <Button
                size="small"
                aria-label={`在${group.name}下加指标`}
                onClick={() => props.onAdd(group.id)}
                sx={{ minWidth: 24, ml: 1 }}
              >
                ＋
              </Button>
            )}
          </Box>
          {group.items.map((each) => (
            <Row
              key={each.id}
              isHere={each.id === props.open}
              onClick={() => props.onOpen(each.id)}
              name={each.name}
              value={`${each.points / 100}`}
            />
          ))}
        </Box>
      ))}
    </Box>
  )
}

function Row(props: { isHere: boolean; onClick: () => void; name: string; value: string }) {
  return (
    <ButtonBase
      aria-current={props.isHere}
      onClick={props.onClick}
      sx={{
        display: 'flex',
        width: '100%',
        textAlign: 'left',
        fontSize: 13,
        lineHeight: '20px',
        p: '5px 12px',
        '&[aria-current=true]': { bgcolor: colours.selected, boxShadow: `inset 3px 0 0 ${colours.primary}` },
      }}
    >
      <Box component="span" sx={{ flex: 1 }}>
        {props.name}
      </Box>
      <Box component="span" sx={{ color: colours.secondary }}>
        {props.value}
      </Box>
    </ButtonBase>
  )
}
