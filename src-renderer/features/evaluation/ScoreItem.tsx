import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { scoringMethods } from '#domain/evaluation/indicator-system'
import { type KnownAnswer, knownSources } from '#domain/evaluation/known-answers'
import type { EvidenceRef, Mark } from '#domain/evaluation/mark'
import { scoreText } from '#domain/evaluation/points'
import { type DeskItem, othersPoints } from '#domain/evaluation/scoring-desk'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { formatWeight } from '#domain/goals/weights'
import { useSession } from '#session'
import { TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { AnswerForm } from './AnswerForm.tsx'
import { KeyHint } from './KeyHint.tsx'

/** The indicator in hand: what is asked, the answer, what it comes to and on what it rests, reason and evidence. */
export function ScoreItem(props: {
  task: EvaluationTask
  item: DeskItem
  sheet: KeptSheet
  sheets: readonly KeptSheet[]
  known: KnownAnswer | null
  readOnly: boolean
  onMark: (patch: (before: Mark) => Partial<Mark>) => void
  onShow: (ref: EvidenceRef) => void
  onAdvance: () => void
  onPrevious: () => void
}) {
  const { task, item, known, readOnly, onMark } = props
  const { indicator, mark, result } = item
  const isUnproven = mark?.answer.kind === 'unproven'
  return (
    <Box
      component="section"
      aria-label={indicator.name}
      sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', bgcolor: colours.page }}
    >
      <Box
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, display: 'grid', gap: 3, alignContent: 'start' }}
      >
        <Asked task={task} item={item} />
        {/* What the second round is about. */}
        {props.sheet.round === 2 && <Others {...props} />}
        {known && (
          <Known
            known={known}
            readOnly={readOnly}
            onAdopt={(value) => onMark(() => ({ answer: { kind: 'value', value } }))}
          />
        )}
        <Box sx={card}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 2 }}>
            <Box sx={{ flex: 1, fontWeight: 600 }}>
              评分{' '}
              <Box component="span" sx={{ fontWeight: 400, color: colours.secondary, fontSize: 12 }}>
                {scoringMethods[indicator.method.kind]}
              </Box>
            </Box>
            <Button
              size="small"
              variant={isUnproven ? 'contained' : 'outlined'}
              aria-pressed={isUnproven}
              disabled={readOnly}
              title="缺少证明材料，既不能认定好、也不能认定差"
              onClick={() => onMark(() => ({ answer: { kind: 'unproven' } }))}
            >
              未证实<KeyHint>U</KeyHint>
            </Button>
          </Box>
          <Box data-part="answer">
            <AnswerForm
              key={indicator.id}
              indicator={indicator}
              answer={mark?.answer}
              readOnly={readOnly}
              onAnswer={(answer) => onMark(() => ({ answer }))}
            />
          </Box>
          <Box
            role="status"
            aria-label="得分"
            sx={{ mt: 2, pt: 2, borderTop: `1px solid ${colours.line}`, fontSize: 13, lineHeight: '20px' }}
          >
            {result && result.points !== null ? (
              <>
                <b style={{ fontSize: 18 }}>{scoreText(result.points)}</b> / {formatWeight(indicator.points)}{' '}
                分{result.lost > 0 && `　扣 ${formatWeight(result.lost)} 分`}
                {result.unproven > 0 && `　未证实 ${formatWeight(result.unproven)} 分`}
                <Box sx={{ color: colours.secondary }}>{result.formula}</Box>
              </>
            ) : (
              <Box sx={{ color: colours.secondary }}>
                {mark && result ? result.why : `还没有评分，满分 ${formatWeight(indicator.points)} 分`}
              </Box>
            )}
            <Box sx={{ color: colours.secondary, fontSize: 12 }}>
              依据：{indicator.clause}〔{indicator.mark}〕
            </Box>
          </Box>
        </Box>
        <Box sx={card}>
          <Box data-part="reason">
            <TextField
              label="理由（R）"
              lines={2}
              readOnly={readOnly}
              placeholder="扣分的写明问题，未证实的写明缺少什么材料"
              value={mark?.reason ?? ''}
              problems={item.problems.filter(
                ({ code }) => code === 'reason-missing' || code === 'unproven-reason',
              )}
              onCommit={(reason) => onMark(() => ({ reason }))}
            />
          </Box>
          <Evidence {...props} />
        </Box>
        {props.sheet.round === 1 && <Others {...props} />}
      </Box>
      <Box
        sx={{
          flex: 'none',
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          px: 3,
          py: 2,
          bgcolor: colours.surface,
          borderTop: `1px solid ${colours.line}`,
        }}
      >
        <Button color="inherit" onClick={props.onPrevious}>
          上一个<KeyHint>↑</KeyHint>
        </Button>
        <Box sx={{ flex: 1, fontSize: 12, color: colours.secondary, textAlign: 'right' }}>
          在理由中按 Ctrl+Enter 继续，Esc 离开输入框
        </Box>
        <Button variant="outlined" onClick={props.onAdvance}>
          下一个<KeyHint>Enter</KeyHint>
        </Button>
      </Box>
    </Box>
  )
}

const card = {
  bgcolor: colours.surface,
  border: `1px solid ${colours.line}`,
  borderRadius: '4px',
  p: 3,
  fontSize: 13,
  lineHeight: '20px',
} as const

/** Name, place, explanation, and what data and evidence it asks for. */
function Asked({ task, item }: { task: EvaluationTask; item: DeskItem }) {
  const { indicator } = item
  const level = task.system.levels.find(({ groups }) =>
    groups.some(({ indicators }) => indicators.some(({ id }) => id === indicator.id)),
  )
  const group = level?.groups.find(({ indicators }) => indicators.some(({ id }) => id === indicator.id))
  return (
    <Box>
      <Box sx={{ fontSize: 12, color: colours.secondary }}>
        {level?.name} › {group?.name}
        {indicator.id === task.calibrationId && '　校准指标：各专家先评，用来统一尺度'}
      </Box>
      <Box component="h2" sx={{ m: 0, fontSize: 16, fontWeight: 600 }}>
        {indicator.name}
        <Box component="span" sx={{ fontWeight: 400, fontSize: 14, color: colours.secondary, ml: 3 }}>
          {formatWeight(indicator.points)} 分
        </Box>
      </Box>
      <Box sx={{ fontSize: 13, lineHeight: '20px' }}>
        {indicator.explanation}
        <Box sx={{ color: colours.secondary }}>
          所需数据：{indicator.data || '—'}　所需佐证：{indicator.evidence || '—'}
        </Box>
      </Box>
    </Box>
  )
}

/** What the book knows, with its formula; a person takes it over. */
function Known(props: { known: KnownAnswer; readOnly: boolean; onAdopt: (value: string) => void }) {
  const { known } = props
  return (
    <Box sx={{ ...card, bgcolor: colours.selected, display: 'flex', gap: 3, alignItems: 'center' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <b>{knownSources[known.from]}</b>　{known.formula}
        <Box sx={{ color: colours.secondary, fontSize: 12 }}>
          依据：{known.clause}〔{known.mark}〕
        </Box>
      </Box>
      {!props.readOnly && (
        <Button size="small" variant="outlined" onClick={() => props.onAdopt(known.value)}>
          采用<KeyHint>A</KeyHint>
        </Button>
      )}
    </Box>
  )
}

/** Places in the materials that the mark rests on; a click shows them. */
function Evidence(props: Parameters<typeof ScoreItem>[0]) {
  const { task, item, readOnly, onMark } = props
  const evidence = item.mark?.evidence ?? []
  const lacks = item.problems.some(({ code }) => code === 'evidence-missing')
  return (
    <Box sx={{ mt: 2 }}>
      <Box sx={{ fontSize: 12, color: lacks ? colours.alarm : colours.secondary }}>
        {lacks
          ? task.materials.length > 0
            ? '■ 扣分须关联佐证：在右边选材料，按 E 关联'
            : '■ 扣分须关联佐证，但没有材料：不能核实的请改选“未证实”'
          : '佐证'}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
        {evidence.map((ref, index) => {
          const material = task.materials.find(({ id }) => id === ref.attachmentId)
          const name = `${material?.number ?? '已移除的材料'}${ref.page === null ? '' : ` 第 ${ref.page} 页`}${ref.region ? ' 标记处' : ''}`
          return (
            <Box
              key={`${ref.attachmentId} ${ref.page} ${JSON.stringify(ref.region)}`}
              sx={{ display: 'flex', border: `1px solid ${colours.control}`, borderRadius: '4px' }}
            >
              <Button
                size="small"
                color="inherit"
                title={material?.name ?? ''}
                onClick={() => props.onShow(ref)}
              >
                {name}
              </Button>
              {!readOnly && (
                <Button
                  size="small"
                  color="error"
                  aria-label={`取消关联 ${name}`}
                  sx={{ minWidth: 24, p: 0 }}
                  onClick={() =>
                    onMark((before) => ({ evidence: before.evidence.filter((_, at) => at !== index) }))
                  }
                >
                  ×
                </Button>
              )}
            </Box>
          )
        })}
        {evidence.length === 0 && !lacks && <Box sx={{ color: colours.secondary }}>还没有关联</Box>}
      </Box>
    </Box>
  )
}

/** Points and reasons of the others, once the own sheet is signed. */
function Others({ item, sheet, sheets }: Parameters<typeof ScoreItem>[0]) {
  const { rules } = useSession()
  const votes = othersPoints(item.indicator, sheets, sheet, rules.evaluation)
  if (votes.length === 0) return null
  return (
    <Box sx={card} component="section" aria-label="其他专家的评分">
      <Box sx={{ fontWeight: 600, mb: 1 }}>其他专家的评分</Box>
      {votes.map(({ name, points, reason }) => (
        <Box key={name} sx={{ display: 'flex', gap: 3 }}>
          <Box sx={{ width: 88 }}>{name}</Box>
          <Box sx={{ width: 56, textAlign: 'right' }}>{points === null ? '—' : formatWeight(points)}</Box>
          <Box sx={{ flex: 1, color: colours.secondary }}>{reason}</Box>
        </Box>
      ))}
    </Box>
  )
}
