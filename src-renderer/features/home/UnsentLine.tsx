import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { type Unsent, unsentText } from '#domain/exchange/unsent'
import { colours } from '#ui/theme'

/** A line of 待办 at a unit: what it handed in stays on this machine until a 上报包 takes it along. */
export function UnsentLine({ unsent }: { unsent: Unsent }) {
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', alignItems: 'center', gap: 3, px: 4, py: 1, minHeight: 40, fontSize: 14 },
        borderBottom: `1px solid ${colours.line}`,
      }}
    >
      <Box sx={{ flex: 1 }}>{unsentText(unsent)}已办好，还没有上报</Box>
      <Button size="small" variant="contained" component={Link} to="/exchange/send">
        生成上报包
      </Button>
    </Box>
  )
}
