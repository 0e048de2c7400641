import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { type ReactNode, useState } from 'react'
import type { SystemIndicator } from '#domain/evaluation/indicator-system'
import { type Answer, type AspectFinding, aspectFindings } from '#domain/evaluation/mark'
import { answerOfKey } from '#domain/evaluation/scoring-desk'
import { formatWeight, parseWeight } from '#domain/goals/weights'
import { useSession } from '#session'
import { PointsField } from '#ui/PointsField.tsx'
import { ReadField } from '#ui/ReadField.tsx'
import { TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { KeyHint } from './KeyHint.tsx'

type Props = {
  indicator: SystemIndicator
  answer: Answer | undefined
  readOnly: boolean
  onAnswer: (answer: Answer) => void
}

/** What a person answers, by the way the indicator is scored. */
export function AnswerForm(props: Props) {
  switch (props.indicator.method.kind) {
    case 'aspects':
      return <Aspects {...props} />
    case 'yes-no':
      return <YesNo {...props} />
    case 'deduction':
      return <Deductions {...props} />
    case 'graded':
      return <Graded {...props} />
    default:
      return <Value {...props} />
  }
}

const findingList = Object.entries(aspectFindings) as [AspectFinding, string][] // the entries of the table

function Choice(props: { isOn: boolean; disabled: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <ButtonBase
      aria-pressed={props.isOn}
      disabled={props.disabled}
      onClick={props.onClick}
      sx={{
        px: 2,
        minHeight: 28,
        fontSize: 13,
        border: `1px solid ${props.isOn ? colours.primary : colours.control}`,
        bgcolor: props.isOn ? colours.selected : colours.surface,
        color: props.isOn ? colours.primary : colours.text,
        fontWeight: props.isOn ? 600 : 400,
        borderRadius: '4px',
        '&.Mui-disabled': { color: props.isOn ? colours.primary : colours.secondary },
      }}
    >
      {props.children}
    </ButtonBase>
  )
}

function Aspects({ indicator, answer, readOnly, onAnswer }: Props) {
  if (indicator.method.kind !== 'aspects') return null
  const findings = answer?.kind === 'aspects' ? answer.findings : {}
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {indicator.method.aspects.map((aspect, index) => (
        <Box
          key={aspect.id}
          role="group"
          aria-label={aspect.text}
          sx={{ display: 'flex', gap: 2, alignItems: 'center' }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <KeyHint>{String(index + 1)}</KeyHint> {aspect.text}
            <Box component="span" sx={{ color: colours.secondary }}>
              （{formatWeight(aspect.points)} 分）
            </Box>
          </Box>
          <Box sx={{ display: 'flex', gap: 0.5, flex: 'none' }}>
            {findingList.map(([finding, word]) => (
              <Choice
                key={finding}
                isOn={findings[aspect.id] === finding}
                disabled={readOnly}
                onClick={() => onAnswer({ kind: 'aspects', findings: { ...findings, [aspect.id]: finding } })}
              >
                {word}
              </Choice>
            ))}
          </Box>
        </Box>
      ))}
      <Box sx={{ fontSize: 12, color: colours.secondary }}>
        按数字键在 符合、不符合、未证实 之间切换，
        <Choice
          isOn={false}
          disabled={readOnly}
          onClick={() =>
            onAnswer({
              kind: 'aspects',
              findings: Object.fromEntries(
                indicator.method.kind === 'aspects'
                  ? indicator.method.aspects.map(({ id }) => [id, 'met' as const])
                  : [],
              ),
            })
          }
        >
          全部符合<KeyHint>0</KeyHint>
        </Choice>
      </Box>
    </Box>
  )
}

function YesNo({ indicator, answer, readOnly, onAnswer }: Props) {
  if (indicator.method.kind !== 'yes-no') return null
  const yes = answer?.kind === 'yes-no' ? answer.yes : null
  return (
    <Box
      role="group"
      aria-label={indicator.method.question}
      sx={{ display: 'flex', gap: 2, alignItems: 'center' }}
    >
      <Box sx={{ flex: 1 }}>{indicator.method.question}</Box>
      <Choice isOn={yes === true} disabled={readOnly} onClick={() => onAnswer({ kind: 'yes-no', yes: true })}>
        是<KeyHint>1</KeyHint>
      </Choice>
      <Choice
        isOn={yes === false}
        disabled={readOnly}
        onClick={() => onAnswer({ kind: 'yes-no', yes: false })}
      >
        否<KeyHint>2</KeyHint>
      </Choice>
    </Box>
  )
}

function Deductions({ indicator, answer, readOnly, onAnswer }: Props) {
  if (indicator.method.kind !== 'deduction') return null
  const counts = answer?.kind === 'deduction' ? answer.counts : {}
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {indicator.method.items.map((item, index) => (
        <Box key={item.id} sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <KeyHint>{String(index + 1)}</KeyHint> {item.text}
            <Box component="span" sx={{ color: colours.secondary }}>
              （每次扣 {formatWeight(item.points)} 分）
            </Box>
          </Box>
          <Box sx={{ width: 88 }}>
            <ReadField
              hideLabel
              label={`${item.text}：次数`}
              align="right"
              placeholder="0"
              readOnly={readOnly}
              value={answer?.kind === 'deduction' ? formatWeight(counts[item.id] ?? 0) : ''}
              take={(text) => {
                const count = text.trim() === '' ? 0 : parseWeight(text)
                if (count === null || count < 0) return '没有保存。请填次数，如 2。'
                onAnswer({ kind: 'deduction', counts: { ...counts, [item.id]: count } })
                return ''
              }}
            />
          </Box>
        </Box>
      ))}
      <Box sx={{ fontSize: 12, color: colours.secondary }}>
        按数字键加一次，
        <Choice
          isOn={answer?.kind === 'deduction' && Object.values(counts).every((count) => count === 0)}
          disabled={readOnly}
          onClick={() => onAnswer({ kind: 'deduction', counts: {} })}
        >
          没有扣分事项<KeyHint>0</KeyHint>
        </Choice>
      </Box>
    </Box>
  )
}

function Graded({ indicator, answer, readOnly, onAnswer }: Props) {
  const { rules } = useSession()
  const { bands } = rules.evaluation.scoring
  const points = answer?.kind === 'points' && answer.points >= 0 ? answer.points : null
  // A band chosen with a key or the mouse takes the place of what was typed and could not be read.
  const [chosen, setChosen] = useState(0)
  const [given, setGiven] = useState(points)
  if (points !== given) {
    setGiven(points)
    setChosen(chosen + 1)
  }
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'end', flexWrap: 'wrap' }}>
      {bands.map(({ name, from }, index) => {
        const own = answerOfKey(indicator, undefined, index + 1, rules.evaluation)
        const upper = bands[index - 1]?.from ?? 101
        const isOn =
          points !== null &&
          points * 100 >= from * indicator.points &&
          points * 100 < upper * indicator.points
        return (
          <Choice
            key={name}
            isOn={isOn}
            disabled={readOnly}
            onClick={() => {
              setChosen(chosen + 1)
              if (own) onAnswer(own)
            }}
          >
            {name}（{from === 0 && upper <= 100 ? `<${upper}%` : `≥${from}%`}）
            <KeyHint>{String(index + 1)}</KeyHint>
          </Choice>
        )
      })}
      <Box sx={{ width: 120 }}>
        <PointsField
          key={chosen}
          label={`得分（0—${formatWeight(indicator.points)}，F）`}
          readOnly={readOnly}
          most={indicator.points}
          value={points}
          onCommit={(typed) => {
            if (typed === null) return
            setGiven(typed)
            onAnswer({ kind: 'points', points: typed })
          }}
        />
      </Box>
    </Box>
  )
}

function Value({ indicator, answer, readOnly, onAnswer }: Props) {
  const { method } = indicator
  const unit =
    method.kind === 'satisfaction'
      ? '%'
      : method.kind === 'ratio' || method.kind === 'bands'
        ? method.unit
        : ''
  return (
    <Box sx={{ display: 'flex', gap: 3, alignItems: 'end' }}>
      <Box sx={{ width: 160 }}>
        <TextField
          label={`实际值${unit === '' ? '' : `（${unit}）`}`}
          align="right"
          placeholder="直接输入数字"
          readOnly={readOnly}
          value={answer?.kind === 'value' ? answer.value : ''}
          onCommit={(value) => onAnswer({ kind: 'value', value: value.trim() })}
        />
      </Box>
      <Box sx={{ flex: 1, color: colours.secondary, pb: 1 }}>{standardOf(indicator)}</Box>
    </Box>
  )
}

/** The standard that a value is held against. */
function standardOf({ method }: SystemIndicator): string {
  if (method.kind === 'ratio') {
    const pass = method.passBelow === null ? '' : `，完成率低于 ${method.passBelow}% 不得分`
    return `目标 ${method.operator}${method.target}${method.unit}，按完成率得分${pass}`
  }
  if (method.kind === 'bands') {
    const sign = method.order === 'more' ? '≥' : '≤'
    return method.bands.map(({ from, rate }) => `${sign}${from}${method.unit} 得 ${rate}%`).join('；')
  }
  return method.kind === 'satisfaction' ? `${method.full}% 及以上得满分，${method.zero}% 及以下不得分` : ''
}
