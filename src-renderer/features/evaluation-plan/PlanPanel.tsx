import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { evaluationSources } from '#domain/evaluation/coverage-objects'
import { differs, type PlanLine } from '#domain/evaluation/plan-list'
import { taskLevels } from '#domain/evaluation/task'
import { objectKinds } from '#domain/goals/goal'
import { grades } from '#domain/grade'
import { may } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import { useSession } from '#session'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { CoverageMark, DecisionMark } from './PlanMarks.tsx'
import type { PlanDesk } from './use-plan.ts'

/** Right of the list: why the object is proposed or not, when it was evaluated, and what the bureau decides. */
export function PlanPanel(props: {
  desk: PlanDesk
  line: PlanLine | undefined
  unitName: string
  onPast: () => void
}) {
  const { line, desk } = props
  return (
    <Box
      component="aside"
      aria-label="评价对象"
      tabIndex={0}
      sx={{
        ...{ width: 280, flex: 'none', overflow: 'auto', fontSize: 13, lineHeight: '20px' },
        bgcolor: colours.surface,
        borderLeft: `1px solid ${colours.line}`,
      }}
    >
      {line ? (
        <>
          <Head line={line} unitName={props.unitName} />
          <Decision key={line.object.key} line={line} desk={desk} />
          <Reasons line={line} />
          <History line={line} onPast={desk.isOpen ? props.onPast : null} />
        </>
      ) : (
        <Box sx={{ p: 4, color: colours.secondary }}>
          选中一行，这里显示建议的理由、以前的评价和本局的决定。
        </Box>
      )}
    </Box>
  )
}

const part = { p: 3, borderBottom: `1px solid ${colours.line}` } as const

function Head({ line, unitName }: { line: PlanLine; unitName: string }) {
  const { object, coverage } = line
  return (
    <Box sx={part}>
      <Box sx={{ fontWeight: 600, fontSize: 14 }}>{object.name}</Box>
      <Box sx={{ color: colours.secondary }}>
        {objectKinds[object.kind]}
        {unitName && ` · ${unitName}`}
      </Box>
      <Box sx={{ mt: 1 }}>
        <CoverageMark coverage={coverage} />
        {coverage.state !== 'covered' && `，应在 ${coverage.dueIn} 年前（含）评价`}
        {coverage.state === 'covered' && `，下次不晚于 ${coverage.dueIn} 年`}
      </Box>
      {object.goalId !== '' && (
        <Button
          size="small"
          variant="outlined"
          component={Link}
          to={`/goals/${object.goalId}`}
          sx={{ mt: 1 }}
        >
          打开绩效目标
        </Button>
      )}
    </Box>
  )
}

function Decision({ line, desk }: { line: PlanLine; desk: PlanDesk }) {
  const { item } = line
  const { by } = useSession()
  const mayOpen = desk.plan?.state === 'issued' && may(by, 'open-evaluation-task')
  const wantsNote = item !== null && differs(item)
  const fault: Problem = {
    ...{ code: 'note-missing', severity: 'error', at: '', clause: '', suggestion: '' },
    message: '与建议不同，请写明理由。',
  }
  return (
    <Box component="section" aria-label="本局决定" sx={{ ...part, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex' }}>
        <Box sx={{ flex: 1, fontWeight: 600 }}>本局决定</Box>
        <DecisionMark line={line} />
      </Box>
      <Box sx={{ color: colours.secondary }}>
        {line.isProposed ? '规则建议列入本年名单。' : '规则没有建议列入：本年能力以内还有更急的对象。'}
      </Box>
      {desk.isOpen && (
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button
            size="small"
            variant="outlined"
            disabled={item?.decision === 'chosen'}
            onClick={() => desk.decide([line], 'chosen')}
          >
            列入
          </Button>
          <Button
            size="small"
            variant="outlined"
            disabled={item?.decision === 'dropped' || (item?.taskId ?? '') !== ''}
            onClick={() => desk.decide([line], 'dropped')}
          >
            不列入
          </Button>
        </Box>
      )}
      {item && (
        <>
          <ChoiceField
            label="评价层级"
            value={item.level}
            choices={taskLevels}
            readOnly={!desk.isOpen}
            onCommit={(level) => level !== '' && desk.change(line, { level })}
          />
          <TextField
            label="理由和说明"
            lines={2}
            value={item.note}
            readOnly={!desk.isOpen}
            problems={wantsNote && item.note.trim() === '' ? [fault] : []}
            onCommit={(note) => desk.change(line, { note })}
          />
        </>
      )}
      {item?.decision === 'chosen' && item.taskId === '' && mayOpen && (
        <Button size="small" variant="outlined" component={Link} to={newTaskPath(line)}>
          新建评价任务
        </Button>
      )}
      {item && item.taskId !== '' && (
        <Button size="small" variant="outlined" component={Link} to={`/evaluation/tasks/${item.taskId}`}>
          打开评价任务
        </Button>
      )}
    </Box>
  )
}

/** The dialog of a new task with the object already chosen. */
function newTaskPath({ object, item }: PlanLine): string {
  const start = new URLSearchParams({ new: '1', kind: object.kind, as: item?.level ?? '' })
  if (object.kind === 'department') start.set('of', object.unitId)
  else if (object.goalId !== '') start.set('goal', object.goalId)
  return `/evaluation/tasks?${start}`
}

function Reasons({ line }: { line: PlanLine }) {
  return (
    <Box component="section" aria-label="建议的理由" sx={part}>
      <Box sx={{ display: 'flex', fontWeight: 600 }}>
        <Box sx={{ flex: 1 }}>风险分</Box>
        {line.points}
      </Box>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 4 }}>
        {line.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
        {line.reasons.length === 0 && <li>资金、预警、上次等级和间隔年数都不加分。</li>}
      </Box>
      {line.isCompulsory && <Ground line={line} />}
      {line.object.selfGrade !== '' && (
        <Box sx={{ color: colours.secondary }}>本年单位自评等级“{grades[line.object.selfGrade]}”。</Box>
      )}
    </Box>
  )
}

/** On what it rests that the object must be evaluated. */
function Ground({ line }: { line: PlanLine }) {
  const { government, cycle } = useSession().rules.evaluation.coverage
  const { clause, mark } = line.object.kind === 'government' ? government : cycle
  return (
    <Box sx={{ color: colours.secondary, fontSize: 12 }}>
      依据：{clause}〔{mark}〕
    </Box>
  )
}

function History({ line, onPast }: { line: PlanLine; onPast: (() => void) | null }) {
  const { history } = line.object
  return (
    <Box component="section" aria-label="评价记录" sx={{ p: 3 }}>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Box sx={{ flex: 1, fontWeight: 600 }}>评价记录</Box>
        {onPast && (
          <Button size="small" onClick={onPast}>
            登记以前年度评价
          </Button>
        )}
      </Box>
      {history.length === 0 && (
        <Box sx={{ color: colours.secondary }}>没有记录。启用系统以前评过的，可以登记。</Box>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {history.map(({ year, grade, source }) => (
          <li key={year}>
            {year} 年{grade !== '' && `，等级“${grades[grade]}”`}
            <Box component="span" sx={{ color: colours.secondary }}>
              （{evaluationSources[source]}）
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  )
}
