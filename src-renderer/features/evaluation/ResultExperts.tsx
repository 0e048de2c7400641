import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { combined } from '#domain/evaluation/combine'
import { leniencies } from '#domain/evaluation/leniency'
import { exact } from '#domain/evaluation/points'
import { scoreText } from '#domain/evaluation/ranking'
import { indicatorName } from '#domain/evaluation/result'
import { type Aggregation, aggregations } from '#domain/evaluation/rules'
import { rulesForTask } from '#domain/evaluation/task-checks'
import { useSession } from '#session'
import { ChoiceField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { tableStyle } from './PartBasics.tsx'
import type { ResultPartProps } from './result-part.ts'
import { GradeMark } from './StateMark.tsx'

/** 专家一致性: how strict each is, how far they agree, what another aggregation or other weights would make of it. */
export function ResultExperts(props: ResultPartProps) {
  return (
    <Box
      tabIndex={0}
      role="group"
      aria-label="专家一致性"
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, display: 'grid', gap: 3, alignContent: 'start' }}
    >
      <Leniencies {...props} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, alignItems: 'start' }}>
        <Methods {...props} />
        <Moved {...props} />
      </Box>
    </Box>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box
      component="section"
      aria-label={title}
      sx={{
        bgcolor: colours.surface,
        border: `1px solid ${colours.line}`,
        borderRadius: '4px',
        p: 3,
        fontSize: 13,
        lineHeight: '20px',
        minWidth: 0,
      }}
    >
      <Typography variant="h2" sx={{ fontSize: 15, mb: 2 }}>
        {title}
      </Typography>
      {children}
    </Box>
  )
}

const numbers = {
  ...tableStyle,
  '& td:not(:first-of-type), & th:not(:first-of-type)': { textAlign: 'right' },
}

function Leniencies({ task, facts }: ResultPartProps) {
  const { rules } = useSession()
  const { agreement: least } = rules.evaluation.scoring
  const list = leniencies(facts.result.items)
  const { agreement } = facts
  const nameOf = (id: string) => task.experts.find(({ expertId }) => expertId === id)?.name ?? id
  return (
    <Section title="各专家的宽严和一致性">
      {list.length === 0 ? (
        '还没有两位以上专家签名的评分。'
      ) : (
        <Box component="table" sx={numbers}>
          <thead>
            <tr>
              {[
                '专家',
                '本人评分（百分制）',
                '其他专家的平均',
                '宽严差',
                '明显偏离的指标',
                '评为未证实的指标',
              ].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.map((each) => (
              <tr key={each.expertId}>
                <td>{nameOf(each.expertId)}</td>
                <td>{scoreText(each.own)}</td>
                <td>{scoreText(each.others)}</td>
                <td>
                  {each.difference.of === 0n ? '' : each.difference.of > 0n ? '偏宽 ' : '偏严 '}
                  {scoreText(each.difference, true)}
                </td>
                <td>{each.outliers} 个</td>
                <td>{each.unproven} 个</td>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
      <Box sx={{ mt: 2 }}>
        一致性（Kendall 协同系数 W）：
        {agreement.coefficient === null ? (
          <Box component="span" sx={{ color: colours.secondary }}>
            {agreement.why}。
          </Box>
        ) : (
          <>
            <b>{scoreText(agreement.coefficient)}</b>（专家 {agreement.judges} 人，指标 {agreement.objects}{' '}
            个；1 为完全一致，0 为没有一致）
          </>
        )}
        <Box component="span" sx={{ color: colours.secondary }}>
          {' '}
          至少 {least.experts} 人、{least.indicators} 个指标时计算（{least.clause}〔{least.mark}〕）。
        </Box>
      </Box>
    </Section>
  )
}

/** What each way of putting the sheets together comes to; the task's own can be chosen while it is put together. */
function Methods({ task, sheets, saver, isOpen, facts }: ResultPartProps) {
  const { rules } = useSession()
  const { aggregation } = rules.evaluation.scoring
  const methods = Object.keys(aggregations) as Aggregation[] // the keys of the table
  return (
    <Section title="汇总方法">
      <Box sx={{ width: 280, mb: 2 }}>
        <ChoiceField
          label="本任务采用"
          value={task.aggregation}
          choices={aggregations}
          blank={`按年度规则：${aggregations[aggregation.method]}`}
          readOnly={!isOpen('aggregation')}
          onCommit={(method) => saver.change(() => ({ aggregation: method }))}
        />
      </Box>
      <Box component="table" sx={numbers}>
        <thead>
          <tr>
            <th scope="col">方法</th>
            <th scope="col">总分</th>
            <th scope="col">等级</th>
          </tr>
        </thead>
        <tbody>
          {methods.map((method) => {
            const own = rulesForTask({ aggregation: method }, rules.evaluation)
            const { total, grade } = combined(task.system, sheets, own)
            return (
              <Box
                component="tr"
                key={method}
                sx={{ fontWeight: facts.result.aggregation === method ? 600 : 400 }}
              >
                <td>{aggregations[method]}</td>
                <td>{total === null ? '—' : scoreText(exact(total))}</td>
                <td>
                  <GradeMark grade={grade} />
                </td>
              </Box>
            )
          })}
        </tbody>
      </Box>
      <Box sx={{ mt: 2, color: colours.secondary }}>
        去掉最高最低分至少需要 {aggregation.trimFrom} 人，不足时按平均值。报告写明所用方法。
      </Box>
    </Section>
  )
}

function Moved({ task, facts }: ResultPartProps) {
  const { sensitivity } = facts.result
  if (!sensitivity) return <Section title="权重敏感性">形成结果后计算。</Section>
  const decisive = sensitivity.decisive.map((id) => indicatorName(task, id))
  return (
    <Section title="权重敏感性">
      <Box sx={{ color: sensitivity.holds ? colours.ok : colours.attention }}>
        {sensitivity.holds ? '●' : '▲'} {sensitivity.text}
      </Box>
      <Box component="table" sx={{ ...numbers, mt: 2 }}>
        <tbody>
          {(
            [
              ['按现行权重', sensitivity.total, sensitivity.grade],
              ['最低可能', sensitivity.lowest, sensitivity.lowestGrade],
              ['最高可能', sensitivity.highest, sensitivity.highestGrade],
            ] as const
          ).map(([name, points, grade]) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{scoreText(points)}</td>
              <td>
                <GradeMark grade={grade} />
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
      <Box sx={{ mt: 2, color: colours.secondary }}>
        {decisive.length === 0
          ? '没有哪个指标单独变动权重会改变等级。'
          : `单独变动权重就会改变等级的指标：${decisive.join('、')}。`}
      </Box>
    </Section>
  )
}
