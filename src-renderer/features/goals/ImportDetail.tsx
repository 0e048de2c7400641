import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { Unit } from '#domain/year-book'
import { SeverityMark } from '#ui/SeverityMark.tsx'
import { colours } from '#ui/theme'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { GroupMark } from './ImportGroups.tsx'
import { isAboutImport, type ReviewRow, rowName } from './import-rows.ts'

/** Everything about one row of 核对: where from, for whom, what changes, what is wrong. */
export function ImportDetail(props: {
  row: ReviewRow
  units: readonly Unit[]
  canMark: boolean
  onUnit: (unitId: string) => void
  onMark: () => void
}) {
  const { row } = props
  const { item } = row
  const problems = item?.state === 'other-kind' ? [] : (item?.problems ?? [])
  const aboutImport = problems.filter(isAboutImport)
  const findings = problems.filter((problem) => !isAboutImport(problem))
  return (
    <Box
      component="aside"
      aria-label="所选表格的详情"
      sx={{
        width: { xs: 344, xl: 460 },
        flex: 'none',
        overflow: 'auto',
        borderLeft: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        p: 4,
        display: 'flex',
        flexDirection: 'column',
        gap: 4,
        fontSize: 13,
      }}
    >
      <Box>
        <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
          {rowName(row)}
        </Typography>
        <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          <GroupMark state={row.state} /> · {row.file}
          {item && ` · ${item.sheet}`}
        </Box>
      </Box>
      {row.error !== '' && <Box sx={{ color: 'error.main' }}>{row.error}</Box>}
      {item?.state === 'other-kind' && (
        <Box>
          已认出这是监控表或自评表，这里只导入绩效目标，这张表没有写入。监控表请到“监控 › 导入监控表”中导入。
        </Box>
      )}
      {item && item.state !== 'other-kind' && (
        <UnitChoice row={row} units={props.units} onUnit={props.onUnit} />
      )}
      {aboutImport.map((problem) => (
        <Box key={problem.message}>
          <SeverityMark severity={problem.severity} /> {problem.message}
          {problem.suggestion && <Box sx={{ color: 'text.secondary' }}>{problem.suggestion}</Box>}
        </Box>
      ))}
      {item && item.faults.length > 0 && (
        <Part title={`表格有误 ${item.faults.length} 处`}>
          {item.faults.map((fault) => (
            <li key={`${fault.cell} ${fault.code} ${fault.message}`}>
              {fault.cell && <b>{fault.cell} </b>}
              {fault.message}
            </li>
          ))}
        </Part>
      )}
      {item && item.changes.length > 0 && (
        <Part title={`变更 ${item.changes.length} 处`}>
          {item.changes.map((change) => (
            <li key={`${change.field} ${change.label}`}>
              <Box sx={{ color: 'text.secondary' }}>{change.label}</Box>
              <Box component="del" sx={{ color: colours.alarm, overflowWrap: 'anywhere' }}>
                {change.from || '（未填）'}
              </Box>
              <span> → </span>
              <Box
                component="ins"
                sx={{ color: colours.ok, textDecoration: 'none', overflowWrap: 'anywhere' }}
              >
                {change.to || '（未填）'}
              </Box>
            </li>
          ))}
        </Part>
      )}
      {findings.length > 0 && (
        <Part title={`目标体检 ${findings.length} 条（不影响写入，送审前须改正标为“错误”的）`}>
          {findings.map((problem) => (
            <li key={`${problem.code} ${problem.at} ${problem.message}`}>
              <SeverityMark severity={problem.severity} /> {problem.message}
              {problem.suggestion && <Box sx={{ color: 'text.secondary' }}>{problem.suggestion}</Box>}
            </li>
          ))}
        </Part>
      )}
      {props.canMark && (
        <Box>
          <Button variant="outlined" onClick={props.onMark}>
            取回批注稿
          </Button>
          <Box sx={{ color: 'text.secondary', mt: 1 }}>
            另存一份这个文件，问题处标色并加批注，首页列出要改的内容，可发回单位。
          </Box>
        </Box>
      )}
    </Box>
  )
}

function UnitChoice(props: { row: ReviewRow; units: readonly Unit[]; onUnit: (unitId: string) => void }) {
  const { item } = props.row
  if (!item) return null
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h3">单位</Typography>
      <Box sx={{ overflowWrap: 'anywhere' }}>
        {item.unitName || '没有认出单位'}
        {item.newUnit && (
          <Box component="span" sx={{ color: colours.attention }}>
            （账套中没有，写入时新建）
          </Box>
        )}
      </Box>
      {props.units.length > 0 && (
        <UnitPicker
          units={props.units}
          value={item.newUnit ? '' : item.unitId}
          onChange={props.onUnit}
          label="改为账套中的单位"
          allLabel="按表上所填"
          fullWidth
        />
      )}
    </Box>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box>
      <Typography variant="h3">{title}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
        {children}
      </Box>
    </Box>
  )
}
