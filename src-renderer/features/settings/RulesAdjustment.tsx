import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import type { YearRules } from '#domain/year-rules'
import { Clause, Head, Part } from './RulesParts.tsx'

/** 目标调整 of the pack: which changes of an approved goal are major and need a 事前评估 first. */
export function RulesAdjustment({ rules }: { rules: YearRules }) {
  return (
    <Part title="目标调整：哪些属于重大变化">
      <Table size="small" aria-label="重大变化">
        <Head names={['变化', '依据']} />
        <TableBody>
          {rules.adjustment.major.map((rule) => (
            <TableRow key={rule.code}>
              <TableCell>{rule.what}</TableCell>
              <TableCell>
                <Clause clause={rule.clause} mark={rule.mark} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Part>
  )
}
