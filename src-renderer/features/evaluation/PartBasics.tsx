import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { feedbackOf, feedbackStates } from '#domain/evaluation/feedback'
import { evaluationScopes, indicatorsOf } from '#domain/evaluation/indicator-system'
import { aggregations } from '#domain/evaluation/rules'
import { taskLevels } from '#domain/evaluation/task'
import type { TaskContent } from '#domain/evaluation/task-flow'
import { useSession } from '#session'
import { allAgencies } from '#storage/experts'
import { localToday } from '#storage/local-day'
import { Card } from '#ui/Card.tsx'
import { CountField } from '#ui/CountField.tsx'
import { DayField } from '#ui/DayField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { ExpertChoice } from './ExpertChoice.tsx'
import type { TaskPartProps } from './task-part.ts'

const grid = { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: 3 } as const

/** 基本情况: the object, the arrangement of the evaluation, its experts with how far their sheets are. */
export function PartBasics(props: TaskPartProps & { isOpen: (field: keyof TaskContent) => boolean }) {
  const { saver, task, units, isOpen } = props
  const { book, by, rules } = useSession()
  const [today] = useState(localToday)
  const agencies = useLiveQuery(() => allAgencies(book.demo), [book.demo])
  if (!agencies) return null
  const unit = units.find(({ id }) => id === task.unitId)
  const { aggregation } = rules.evaluation.scoring
  // Who scores, and how the scores are put together, is not for the evaluated unit.
  const isUnit = by.duty === 'unit'
  const feedback = isUnit ? null : feedbackOf(task)
  const put = (change: Partial<TaskContent>) => saver.change(() => change)
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Card title="评价对象">
        <Box sx={{ ...grid, fontSize: 13, lineHeight: '20px' }}>
          <Fact label="名称">
            {task.goalId === '' ? (
              task.name
            ) : (
              <Box component={Link} to={`/goals/${task.goalId}`} sx={{ color: 'primary.main' }}>
                {task.name}
              </Box>
            )}
          </Fact>
          <Fact label="单位">{unit?.name ?? '—'}</Fact>
          <Fact label="类型">{evaluationScopes[task.scope]}</Fact>
          {feedback && (
            <Fact label="结果反馈">
              <Box
                component={Link}
                to={`/evaluation/tasks/${task.id}/result?part=feedback`}
                sx={{ color: 'primary.main' }}
              >
                {feedbackStates[feedback.state]}
              </Box>
            </Fact>
          )}
        </Box>
      </Card>
      <Card title="评价安排">
        <Box sx={grid}>
          <TextField
            label="编号"
            readOnly={!isOpen('number')}
            value={task.number}
            onCommit={(number) => put({ number: number.trim() })}
          />
          <ChoiceField
            label="层级"
            value={task.level}
            choices={taskLevels}
            readOnly={!isOpen('level')}
            onCommit={(level) => level !== '' && put({ level })}
          />
          {!isUnit && (
            <ChoiceField
              label="委托机构"
              value={task.agencyId}
              blank="不委托，财政局自行组织"
              choices={Object.fromEntries(agencies.map(({ id, name }) => [id, name]))}
              readOnly={!isOpen('agencyId')}
              onCommit={(agencyId) => put({ agencyId })}
            />
          )}
          <DayField
            label="开始日期"
            value={task.startsOn}
            readOnly={!isOpen('startsOn')}
            onCommit={(startsOn) => put({ startsOn })}
          />
          <DayField
            label="完成日期"
            value={task.dueOn}
            readOnly={!isOpen('dueOn')}
            onCommit={(dueOn) => put({ dueOn })}
          />
          {!isUnit && (
            <>
              <ChoiceField
                label="汇总方法"
                value={task.aggregation}
                blank={`按规则包：${aggregations[aggregation.method]}`}
                choices={aggregations}
                readOnly={!isOpen('aggregation')}
                onCommit={(method) => put({ aggregation: method })}
              />
              <ChoiceField
                label="校准指标"
                value={task.calibrationId}
                blank="不设"
                choices={Object.fromEntries(indicatorsOf(task.system).map(({ id, name }) => [id, name]))}
                readOnly={!isOpen('calibrationId')}
                onCommit={(calibrationId) => put({ calibrationId })}
              />
              <Box
                component="label"
                sx={{
                  gridColumn: 'span 2',
                  fontSize: 13,
                  display: 'flex',
                  gap: 2,
                  alignItems: 'end',
                  pb: 1.5,
                }}
              >
                <input
                  type="checkbox"
                  checked={task.isBlind}
                  disabled={!isOpen('isBlind')}
                  onChange={(event) => put({ isBlind: event.target.checked })}
                />
                匿名评分：评分时不显示项目和单位的名称
              </Box>
            </>
          )}
        </Box>
      </Card>
      {!isUnit && (
        <Card title="专家和评分表">
          <ExpertSheets {...props} />
          {isOpen('experts') && (
            <ExpertChoice
              units={units}
              unitId={task.unitId}
              today={today}
              chosen={task.experts}
              onChange={(experts) => put({ experts })}
            />
          )}
        </Card>
      )}
    </Box>
  )
}

/** Each expert with weight and how far the sheet is. */
function ExpertSheets({
  saver,
  task,
  sheets,
  isOpen,
}: TaskPartProps & { isOpen: (field: keyof TaskContent) => boolean }) {
  if (task.experts.length === 0)
    return <Box sx={{ fontSize: 13, color: colours.secondary }}>还没有选专家。</Box>
  const hasWeights = task.aggregation === 'weighted'
  return (
    <Box component="table" sx={tableStyle}>
      <thead>
        <tr>
          <th scope="col">专家</th>
          <th scope="col" style={{ width: 88 }}>
            权重
          </th>
          <th scope="col">评分表</th>
        </tr>
      </thead>
      <tbody>
        {task.experts.map((expert) => {
          const own = sheets.filter(({ expertId }) => expertId === expert.expertId)
          return (
            <tr key={expert.expertId}>
              <td>{expert.name}</td>
              <td>
                {hasWeights && isOpen('experts') ? (
                  <CountField
                    hideLabel
                    label={`${expert.name}的权重`}
                    least={1}
                    most={9999}
                    isNeeded
                    value={expert.weight}
                    onCommit={(weight) =>
                      saver.change((before) => ({
                        experts: before.experts.map((one) =>
                          one.expertId === expert.expertId ? { ...one, weight } : one,
                        ),
                      }))
                    }
                  />
                ) : (
                  expert.weight
                )}
              </td>
              <td>
                {own.length === 0 && '未开始'}
                {own.map((sheet) => (
                  <Box component="span" key={sheet.id} sx={{ mr: 4, whiteSpace: 'nowrap' }}>
                    {sheet.round === 2 && '第二轮 '}
                    {sheet.signedAt === ''
                      ? `○ 已评 ${Object.keys(sheet.marks).length}/${sheet.asked.length}`
                      : '● 已签名'}{' '}
                    {/* What is not signed is nobody's to read but the expert's own. */}
                    {sheet.signedAt !== '' && (
                      <Box
                        component={Link}
                        to={`/evaluation/tasks/${task.id}/paper?sheet=${sheet.id}`}
                        sx={{ color: 'primary.main' }}
                      >
                        底稿
                      </Box>
                    )}
                  </Box>
                ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </Box>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box>
      <Box sx={{ fontSize: 12, color: colours.secondary }}>{label}</Box>
      {children}
    </Box>
  )
}

export const tableStyle = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  lineHeight: '20px',
  '& th': { textAlign: 'left', bgcolor: colours.head, fontWeight: 600, whiteSpace: 'nowrap' },
  '& th, & td': { p: '4px 8px', border: `1px solid ${colours.line}`, overflowWrap: 'anywhere' },
} as const
