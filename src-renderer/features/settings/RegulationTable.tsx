import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { boards, type Regulation, stages } from '#domain/regulations'
import { colours } from '#ui/theme'

/** The register as a table; a name opens its document. */
export function RegulationTable(props: {
  regulations: readonly Regulation[]
  openId: string
  onOpen: (regulation: Regulation) => void
}) {
  return (
    <Paper variant="outlined" sx={{ overflow: 'auto', minHeight: 0 }}>
      <Table size="small" stickyHeader aria-label="制度">
        <TableHead>
          <TableRow>
            <TableCell>文件名称</TableCell>
            <TableCell sx={{ width: 150 }}>文号</TableCell>
            <TableCell sx={{ width: 100 }}>发文日期</TableCell>
            <TableCell sx={{ width: 84 }}>板块</TableCell>
            <TableCell sx={{ width: 84 }}>环节</TableCell>
            <TableCell sx={{ width: 96 }}>效力</TableCell>
            <TableCell sx={{ width: 56, textAlign: 'right' }}>附件</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.regulations.map((each) => (
            <TableRow key={each.id} hover selected={each.id === props.openId}>
              <TableCell>
                <Box component="button" type="button" onClick={() => props.onOpen(each)} sx={nameStyle}>
                  {each.name}
                </Box>
              </TableCell>
              <TableCell>{each.number}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{each.issuedOn}</TableCell>
              <TableCell>{boards[each.board]}</TableCell>
              <TableCell>{stages[each.stage]}</TableCell>
              <TableCell sx={{ color: each.inForce ? colours.ok : colours.secondary, whiteSpace: 'nowrap' }}>
                {each.inForce ? '● 现行有效' : '○ 已废止'}
              </TableCell>
              <TableCell sx={{ textAlign: 'right' }}>{each.attachments.length || ''}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}

const nameStyle = {
  all: 'unset',
  cursor: 'pointer',
  color: 'primary.main',
  '&:hover': { textDecoration: 'underline' },
  '&:focus-visible': { outline: '2px solid', outlineOffset: 2 },
} as const
