import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { Expert, Standing } from '#domain/experts/expert'
import { expertFields } from '#domain/experts/expert-rules'
import { colours } from '#ui/theme'
import { nameStyle } from './styles.ts'
import { standingMarks } from './words.ts'

/** The register as a table; a name opens its entry. */
export function ExpertTable(props: {
  experts: readonly Expert[]
  standingOf: (expert: Expert) => Standing
  openId: string
  onOpen: (expert: Expert) => void
}) {
  return (
    <Paper variant="outlined" sx={{ overflow: 'auto', minHeight: 0 }}>
      <Table size="small" stickyHeader aria-label="专家">
        <TableHead>
          <TableRow>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>姓名</TableCell>
            <TableCell>工作单位</TableCell>
            <TableCell sx={{ width: 160 }}>专业领域</TableCell>
            <TableCell sx={{ width: 100 }}>聘期至</TableCell>
            <TableCell sx={{ width: 56, textAlign: 'right' }}>评审</TableCell>
            <TableCell sx={{ width: 110 }}>状态</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.experts.map((each) => (
            <TableRow key={each.id} hover selected={each.id === props.openId}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <Box component="button" type="button" onClick={() => props.onOpen(each)} sx={nameStyle}>
                  {each.name}
                </Box>
              </TableCell>
              <TableCell>
                {each.workUnit}
                {each.title && <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{each.title}</Box>}
              </TableCell>
              <TableCell>
                {each.fields.map((field) => expertFields[field]).join('、')}
                {each.specialty && <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{each.specialty}</Box>}
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{each.termEndsOn || '—'}</TableCell>
              <TableCell sx={{ textAlign: 'right' }}>{each.ratings.length || ''}</TableCell>
              <TableCell>
                <StandingWord standing={props.standingOf(each)} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}

/** 状态 as shape, word and colour; what is near its end says so. */
export function StandingWord({ standing }: { standing: Standing }) {
  const mark = standingMarks[standing.kind]
  return (
    <Box title={standing.reason} sx={{ color: mark.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{mark.shape}</span> {standing.name}
      {standing.endsSoon && <Box sx={{ color: colours.attention, fontSize: 12 }}>▲ 即将届满</Box>}
    </Box>
  )
}
