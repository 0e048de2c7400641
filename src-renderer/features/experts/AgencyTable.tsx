import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { type Agency, agencyKinds, agencyQuality, qualityGrade } from '#domain/experts/agency'
import { shippedExpertRules } from '#domain/experts/expert-rules'
import { colours } from '#ui/theme'
import { nameStyle } from './styles.ts'
import { gradeMarks } from './words.ts'

/** The register as a table; a name opens its entry. */
export function AgencyTable(props: {
  agencies: readonly Agency[]
  openId: string
  onOpen: (agency: Agency) => void
}) {
  return (
    <Paper variant="outlined" sx={{ overflow: 'auto', minHeight: 0 }}>
      <Table size="small" stickyHeader aria-label="机构">
        <TableHead>
          <TableRow>
            <TableCell>机构名称</TableCell>
            <TableCell sx={{ width: 124 }}>类型</TableCell>
            <TableCell sx={{ width: 70, textAlign: 'right' }}>主评人</TableCell>
            <TableCell sx={{ width: 56, textAlign: 'right' }}>委托</TableCell>
            <TableCell sx={{ width: 124, textAlign: 'right' }}>质量考核（平均）</TableCell>
            <TableCell sx={{ width: 90 }}>状态</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.agencies.map((each) => (
            <TableRow key={each.id} hover selected={each.id === props.openId}>
              <TableCell>
                <Box component="button" type="button" onClick={() => props.onOpen(each)} sx={nameStyle}>
                  {each.name}
                </Box>
                <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{each.creditCode}</Box>
              </TableCell>
              <TableCell>{agencyKinds[each.kind]}</TableCell>
              <TableCell sx={{ textAlign: 'right' }}>{each.leads.length || ''}</TableCell>
              <TableCell sx={{ textAlign: 'right' }}>{each.commissions.length || ''}</TableCell>
              <TableCell sx={{ textAlign: 'right' }}>
                <QualityWord total={agencyQuality(each)} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {each.blacklisted.is ? (
                  <Box title={each.blacklisted.reason} sx={{ color: colours.alarm }}>
                    ■ 黑名单
                  </Box>
                ) : (
                  <Box sx={{ color: colours.ok }}>● 正常</Box>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}

/** A quality score with its grade; a stroke while there is none. */
export function QualityWord({ total }: { total: number | null }) {
  const grade = qualityGrade(total, shippedExpertRules)
  const mark = gradeMarks[grade]
  if (total === null || !mark) return <>—</>
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {(total / 100).toFixed(2)}{' '}
      <Box component="span" sx={{ color: mark.colour }}>
        <span aria-hidden="true">{mark.shape}</span> {grade}
      </Box>
    </Box>
  )
}
