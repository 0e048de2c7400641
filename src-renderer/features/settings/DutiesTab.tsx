import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { duties, dutyList } from '#domain/people/duties'
import { type Area, areas, type Permit } from '#domain/people/duty-table/permit'
import { permissions } from '#domain/people/permissions'
import { useSession } from '#session'
import { colours } from '#ui/theme'

const rows: readonly Permit[] = Object.values(permissions)

/** 职责表: the very table that the program asks before it shows or does anything. */
export function DutiesTab() {
  const { by } = useSession()
  const shownAreas = Object.entries(areas) as [Area, string][] // the entries of the table of areas
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, minHeight: 0, flex: 1 }}>
      <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
        按“2+2+N”分工（巴财〔2020〕38号
        三（一））。程序按这张表决定能看什么、能办什么；当前职责的一列加了底色。
      </Box>
      <Paper
        variant="outlined"
        sx={{ overflow: 'auto', flex: 1, minHeight: 0 }}
        tabIndex={0}
        aria-label="职责表"
      >
        <Table size="small" stickyHeader sx={{ '& td, & th': { px: 1.5 } }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ minWidth: 180 }}>事项</TableCell>
              {dutyList.map((duty) => (
                <TableCell
                  key={duty}
                  title={duties[duty].section}
                  sx={{ textAlign: 'center', fontSize: 12, lineHeight: '16px', width: 72 }}
                >
                  {duties[duty].name}
                </TableCell>
              ))}
              <TableCell sx={{ minWidth: 190 }}>依据</TableCell>
            </TableRow>
          </TableHead>
          {shownAreas.map(([area, name]) => (
            <TableBody key={area}>
              <TableRow>
                <TableCell
                  component="th"
                  scope="rowgroup"
                  colSpan={dutyList.length + 2}
                  sx={{ fontWeight: 600, bgcolor: colours.head }}
                >
                  {name}
                </TableCell>
              </TableRow>
              {rows
                .filter((row) => row.area === area)
                .map((row) => (
                  <TableRow key={row.name} hover>
                    <TableCell component="th" scope="row">
                      {row.name}
                    </TableCell>
                    {dutyList.map((duty) => (
                      <TableCell
                        key={duty}
                        sx={{ textAlign: 'center', bgcolor: duty === by.duty ? colours.selected : undefined }}
                      >
                        {row.duties.includes(duty) ? (
                          <span role="img" aria-label="可以">
                            ●
                          </span>
                        ) : (
                          ''
                        )}
                      </TableCell>
                    ))}
                    <TableCell sx={{ fontSize: 12, color: 'text.secondary', whiteSpace: 'nowrap' }}>
                      {row.clause || '〔拟〕本系统默认'}
                    </TableCell>
                  </TableRow>
                ))}
            </TableBody>
          ))}
        </Table>
      </Paper>
    </Box>
  )
}
