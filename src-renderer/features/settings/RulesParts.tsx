import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { Mark } from '#domain/year-rules'

/** The clause with how well it is proved. */
export function Clause({ clause, mark }: { clause: string; mark: Mark }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {clause}
      {mark === '拟' && (
        <Box component="span" sx={{ color: 'warning.main', whiteSpace: 'nowrap' }}>
          {clause && ' '}〔本系统默认〕
        </Box>
      )}
      {mark === '惯' && <span>〔通行做法〕</span>}
    </Box>
  )
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ overflow: 'hidden' }}>
      <Typography variant="h2" sx={{ p: 3, pb: 2 }}>
        {title}
      </Typography>
      {children}
    </Paper>
  )
}

export function Head({ names }: { names: string[] }) {
  return (
    <TableHead>
      <TableRow>
        {names.map((name) => (
          <TableCell key={name}>{name}</TableCell>
        ))}
      </TableRow>
    </TableHead>
  )
}

/** Rules a line each, with the clause they come from. */
export function RuleLines(props: {
  title: string
  /** Names the table. */
  label: string
  lines: readonly { name: string; text: string; clause: string; mark: Mark }[]
  /** What is said before them. */
  children?: ReactNode
}) {
  return (
    <Part title={props.title}>
      {props.children}
      <Table size="small" aria-label={props.label}>
        <Head names={['事项', '规则', '依据']} />
        <TableBody>
          {props.lines.map(({ name, text, clause, mark }) => (
            <TableRow key={name}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{name}</TableCell>
              <TableCell>{text}</TableCell>
              <TableCell>
                <Clause clause={clause} mark={mark} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Part>
  )
}
