import Box from '@mui/material/Box'
import { Link } from 'react-router'
import { scoreText } from '#domain/evaluation/points'
import type { ResultItem, ResultLevel } from '#domain/evaluation/result'
import { marginText, surveyFigures } from '#domain/evaluation/survey-figures'
import { formatWeight } from '#domain/goals/weights'
import { percentText } from '#domain/monitoring/ratio'
import { useSession } from '#session'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { tableStyle } from './PartBasics.tsx'
import { ResultFigures } from './ResultFigures.tsx'
import { ResultPanel } from './ResultPanel.tsx'
import type { ResultPartProps } from './result-part.ts'

type Expert = { expertId: string; name: string }

/** 综合得分: every indicator with each expert's points, what they come to, and where they are far apart. */
export function ResultScores(props: ResultPartProps) {
  const { task, facts } = props
  const { by } = useSession()
  const [address, setInAddress] = useAddress()
  const { result } = facts
  const isUnit = by.duty === 'unit'
  const experts = isUnit ? [] : task.experts
  const chosen = result.items.find(({ indicator }) => indicator.id === address.get('indicator'))
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box
        tabIndex={0}
        role="group"
        aria-label="综合得分"
        sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 3, display: 'grid', gap: 3, alignContent: 'start' }}
      >
        <ResultFigures facts={facts} />
        {!isUnit && <Disputed {...props} />}
        {!isUnit && <Surveys facts={facts} />}
        <Box
          component="table"
          aria-label="评分表"
          sx={{
            ...tableStyle,
            bgcolor: colours.surface,
            // The experts' names stay in sight; the box has a padding of 12.
            '& thead th': { position: 'sticky', top: '-12px' },
            '& td.number': { textAlign: 'right', whiteSpace: 'nowrap' },
          }}
        >
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">分值</th>
              {experts.map(({ expertId, name }) => (
                <th scope="col" key={expertId}>
                  {name}
                </th>
              ))}
              <th scope="col">{isUnit ? '得分' : '汇总'}</th>
              {!isUnit && <th scope="col">最高最低相差</th>}
            </tr>
          </thead>
          <tbody>
            {result.levels.map((level) => (
              <LevelRows
                key={level.level.id}
                level={level}
                experts={experts}
                isUnit={isUnit}
                chosen={chosen?.indicator.id ?? ''}
                onChoose={(indicator) => setInAddress({ indicator })}
              />
            ))}
            <Box component="tr" sx={{ fontWeight: 600 }}>
              <td>合计</td>
              <td className="number">{formatWeight(result.full)}</td>
              {experts.map(({ expertId }) => (
                <td key={expertId} className="number">
                  {expertSum(result.items, expertId)}
                </td>
              ))}
              <td className="number">{result.total === null ? '—' : scoreText(result.total)}</td>
              {!isUnit && <td />}
            </Box>
          </tbody>
        </Box>
        {result.combined.vetoes.map(({ id, text, most }) => (
          <Box key={id} sx={{ color: colours.alarm, fontSize: 13 }}>
            ■ {text}：总分不超过 {formatWeight(most)} 分。
          </Box>
        ))}
      </Box>
      {!isUnit && <ResultPanel {...props} item={chosen} />}
    </Box>
  )
}

function expertSum(items: readonly ResultItem[], expertId: string): string {
  const votes = items.map(({ votes: all }) => all.find((vote) => vote.expertId === expertId)?.points)
  const given = votes.filter((points) => points !== undefined)
  return given.length === 0 ? '—' : scoreText(given.reduce((sum, points) => sum + points, 0))
}

function LevelRows(props: {
  level: ResultLevel
  experts: readonly Expert[]
  isUnit: boolean
  chosen: string
  onChoose: (id: string) => void
}) {
  const { level, experts, isUnit } = props
  const { full, points } = level
  const rate = points === null || full === 0 ? '' : percentText({ of: BigInt(points), to: BigInt(full) })
  return (
    <>
      <Box component="tr" sx={{ bgcolor: colours.head, fontWeight: 600 }}>
        <td>
          {level.level.name}
          {!isUnit && rate && `　得分率 ${rate}`}
        </td>
        <td className="number">{formatWeight(full)}</td>
        {experts.map(({ expertId }) => (
          <td key={expertId} className="number">
            {expertSum(
              level.groups.flatMap(({ items }) => items),
              expertId,
            )}
          </td>
        ))}
        <td className="number">{points === null ? '—' : scoreText(points)}</td>
        {!isUnit && <td />}
      </Box>
      {level.groups
        .flatMap(({ items }) => items)
        .map((item) => (
          <ItemRow key={item.indicator.id} {...props} item={item} />
        ))}
    </>
  )
}

function ItemRow(props: {
  item: ResultItem
  experts: readonly Expert[]
  isUnit: boolean
  chosen: string
  onChoose: (id: string) => void
}) {
  const { item, experts, isUnit } = props
  const { indicator, points, spread, isDisputed, isRescored } = item
  return (
    <Box component="tr" sx={{ bgcolor: props.chosen === indicator.id ? colours.selected : colours.surface }}>
      <Box component="td" sx={{ pl: '20px !important' }}>
        {isUnit ? (
          indicator.name
        ) : (
          <Box
            component="button"
            type="button"
            onClick={() => props.onChoose(indicator.id)}
            sx={{
              all: 'unset',
              cursor: 'pointer',
              color: colours.primary,
              '&:focus-visible': { outline: `2px solid ${colours.primary}` },
            }}
          >
            {indicator.name}
          </Box>
        )}
      </Box>
      <td className="number">{formatWeight(indicator.points)}</td>
      {experts.map(({ expertId }) => (
        <VoteCell key={expertId} item={item} expertId={expertId} />
      ))}
      <Box component="td" className="number" sx={{ fontWeight: 600 }}>
        {points === null ? '—' : scoreText(points)}
      </Box>
      {!isUnit && (
        <Box component="td" className="number" sx={{ color: isDisputed ? colours.alarm : colours.secondary }}>
          {isRescored && '第二轮 '}
          {isDisputed && <span aria-hidden="true">■ </span>}
          {scoreText(spread)}
        </Box>
      )}
    </Box>
  )
}

function VoteCell({ item, expertId }: { item: ResultItem; expertId: string }) {
  const vote = item.votes.find((each) => each.expertId === expertId)
  const isFar = item.outliers.includes(expertId)
  if (!vote) return <td className="number">—</td>
  return (
    <Box
      component="td"
      className="number"
      sx={{ color: isFar ? colours.attention : colours.text }}
      title={isFar ? '与各专家的中位数相差较大' : ''}
    >
      {isFar && <span aria-hidden="true">▲ </span>}
      {scoreText(vote.points)}
      {vote.unproven > 0 && (
        <Box component="span" sx={{ color: colours.secondary, fontSize: 12 }}>
          {' '}
          未证实
        </Box>
      )}
    </Box>
  )
}

/** Items far apart: a second round for them, how far it is, or that they stayed so. */
function Disputed({ facts, task, sheets }: ResultPartProps) {
  const { rules } = useSession()
  const { dispute, clause, mark } = rules.evaluation.scoring.spread
  const { result } = facts
  const open = sheets.filter(({ round, signedAt }) => round === 2 && signedAt === '')
  const names = result.items.filter(({ isDisputed }) => isDisputed).map(({ indicator }) => indicator.name)
  if (open.length > 0)
    return (
      <Box role="note" sx={{ fontSize: 13, color: colours.excess }}>
        ◆ 第二轮评分中：还有 {open.length} 人没有签名（{open.map(({ name }) => name).join('、')}）。
      </Box>
    )
  if (names.length === 0) return null
  const isAsking = task.state === 'combining' && result.toRescore.length > 0
  return (
    <Box role="note" sx={{ fontSize: 13, color: colours.alarm }}>
      ■ {names.length} 个指标的评分相差超过分值的 {dispute}%：{names.join('、')}。
      {isAsking ? '可以开启第二轮，只对这些指标重新评分。' : ''}
      <Box component="span" sx={{ color: colours.secondary }}>
        （{clause}〔{mark}〕）
      </Box>
    </Box>
  )
}

/** What those who are served said, as far as it was asked. */
function Surveys({ facts }: Pick<ResultPartProps, 'facts'>) {
  const rule = facts.rules.survey
  return facts.surveys.map((survey) => {
    const { rate, valid, margin } = surveyFigures(survey, rule)
    return (
      <Box key={survey.id} sx={{ fontSize: 13 }}>
        <Link to={`/evaluation/surveys/${survey.id}`}>{survey.title}</Link>：有效问卷 {valid} 份，满意率{' '}
        {rate ? percentText(rate) : '—'}，抽样误差 {marginText(margin)}
      </Box>
    )
  })
}
