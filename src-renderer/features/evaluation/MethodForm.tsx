import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import type { Method } from '#domain/evaluation/indicator-system'
import { refitted } from '#domain/evaluation/system-weights'
import { formatWeight } from '#domain/goals/weights'
import { useSession } from '#session'
import { CountField } from '#ui/CountField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { useRefuseUnread } from '#ui/unread'
import { line, PointsField, RemovableRow } from './MethodFields.tsx'

type Of<Kind extends Method['kind']> = Extract<Method, { kind: Kind }>
type Props<Kind extends Method['kind']> = {
  method: Of<Kind>
  points: number
  readOnly: boolean
  onChange: (method: Method) => void
}

/** What a method needs besides its kind, for each of the seven. */
export function MethodForm(props: {
  method: Method
  points: number
  readOnly: boolean
  onChange: (method: Method) => void
}) {
  const { method } = props
  switch (method.kind) {
    case 'aspects':
      return <Aspects {...props} method={method} />
    case 'ratio':
      return <RatioForm {...props} method={method} />
    case 'bands':
      return <Bands {...props} method={method} />
    case 'deduction':
      return <Deductions {...props} method={method} />
    case 'satisfaction':
      return <Satisfaction {...props} method={method} />
    case 'yes-no':
      return (
        <TextField
          label="判断的问题"
          lines={2}
          readOnly={props.readOnly}
          value={method.question}
          onCommit={(question) => props.onChange({ ...method, question })}
        />
      )
    case 'graded':
      return <Graded />
  }
}

function freshId(start: string, items: readonly { id: string }[]): string {
  const numbers = items.map(({ id }) => Number(id.replace(/\D/g, '')))
  return `${start}${Math.max(0, ...numbers) + 1}`
}

function Aspects({ method, points, readOnly, onChange }: Props<'aspects'>) {
  const adder = useRef<HTMLButtonElement>(null)
  const refuseUnread = useRefuseUnread()
  const { aspects } = method
  const sum = aspects.reduce((total, aspect) => total + aspect.points, 0)
  const put = (id: string, patch: Partial<(typeof aspects)[number]>) =>
    onChange({ ...method, aspects: aspects.map((one) => (one.id === id ? { ...one, ...patch } : one)) })
  const remove = (id: string) => onChange({ ...method, aspects: aspects.filter((one) => one.id !== id) })
  return (
    <>
      {aspects.map((aspect, index) => (
        <RemovableRow
          key={aspect.id}
          name={`要点 ${index + 1}`}
          readOnly={readOnly}
          adder={adder}
          onRemove={() => remove(aspect.id)}
        >
          <TextField
            label={`评价要点 ${index + 1}`}
            lines={2}
            wide={false}
            readOnly={readOnly}
            value={aspect.text}
            onCommit={(text) => put(aspect.id, { text })}
          />
          <PointsField
            label="分值"
            readOnly={readOnly}
            value={aspect.points}
            onCommit={(own) => put(aspect.id, { points: own })}
          />
        </RemovableRow>
      ))}
      <Box sx={{ color: sum === points ? colours.secondary : colours.alarm }}>
        {sum !== points && <span aria-hidden="true">■ </span>}要点合计 {formatWeight(sum)} 分，应为{' '}
        {formatWeight(points)} 分
      </Box>
      {!readOnly && (
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button
            ref={adder}
            size="small"
            onClick={() =>
              onChange({
                ...method,
                aspects: [...aspects, { id: freshId('a', aspects), text: '', points: 0 }],
              })
            }
          >
            增加要点
          </Button>
          <Button
            size="small"
            onClick={() =>
              !refuseUnread() && onChange(refitted({ ...method, aspects: aspects.map(even) }, points))
            }
          >
            平均分配
          </Button>
        </Box>
      )}
    </>
  )
}

function even<Item extends { points: number }>(item: Item): Item {
  return { ...item, points: 1 }
}

function RatioForm({ method, readOnly, onChange }: Props<'ratio'>) {
  return (
    <>
      <Box sx={{ ...line, gridTemplateColumns: '64px 1fr 72px' }}>
        <ChoiceField
          label="符号"
          value={method.operator}
          choices={{ '≥': '≥', '≤': '≤', '=': '=' }}
          readOnly={readOnly}
          onCommit={(operator) => operator !== '' && onChange({ ...method, operator })}
        />
        <TextField
          label="指标值"
          align="right"
          readOnly={readOnly}
          value={method.target}
          onCommit={(target) => onChange({ ...method, target: target.trim() })}
        />
        <TextField
          label="单位"
          readOnly={readOnly}
          value={method.unit}
          onCommit={(unit) => onChange({ ...method, unit: unit.trim() })}
        />
      </Box>
      <CountField
        label="及格线（完成率 %，低于它不得分；空为不设）"
        most={9999}
        readOnly={readOnly}
        value={method.passBelow}
        onCommit={(passBelow) => onChange({ ...method, passBelow })}
      />
      <Box sx={{ color: colours.secondary }}>得分 = 分值 × 完成率，不超过满分。</Box>
    </>
  )
}

function Bands({ method, readOnly, onChange }: Props<'bands'>) {
  const adder = useRef<HTMLButtonElement>(null)
  const { bands } = method
  // A band has no name of its own: its place is what it is.
  const places = bands.map((band, index) => ({ band, place: index + 1 }))
  const put = (at: number, patch: Partial<(typeof bands)[number]>) =>
    onChange({ ...method, bands: bands.map((band, index) => (index === at ? { ...band, ...patch } : band)) })
  return (
    <>
      <Box sx={{ ...line, gridTemplateColumns: '1fr 72px' }}>
        <ChoiceField
          label="数值的好坏"
          value={method.order}
          choices={{ more: '越大越好', less: '越小越好' }}
          readOnly={readOnly}
          onCommit={(order) => order !== '' && onChange({ ...method, order })}
        />
        <TextField
          label="单位"
          readOnly={readOnly}
          value={method.unit}
          onCommit={(unit) => onChange({ ...method, unit: unit.trim() })}
        />
      </Box>
      {places.map(({ band, place }) => (
        <RemovableRow
          key={place}
          name={`第 ${place} 档`}
          readOnly={readOnly}
          adder={adder}
          onRemove={() => onChange({ ...method, bands: bands.filter((other) => other !== band) })}
        >
          <TextField
            label={`第 ${place} 档：${method.order === 'more' ? '不低于' : '不高于'}`}
            readOnly={readOnly}
            align="right"
            value={band.from}
            onCommit={(from) => put(place - 1, { from: from.trim() })}
          />
          <CountField
            label="得分 %"
            isNeeded
            most={100}
            readOnly={readOnly}
            value={band.rate}
            onCommit={(rate) => rate !== null && put(place - 1, { rate })}
          />
        </RemovableRow>
      ))}
      {!readOnly && (
        <Button
          ref={adder}
          size="small"
          sx={{ justifySelf: 'start' }}
          onClick={() => onChange({ ...method, bands: [...bands, { from: '0', rate: 0 }] })}
        >
          增加一档
        </Button>
      )}
      <Box sx={{ color: colours.secondary }}>从上往下，取达到的第一档；一档都没有达到的不得分。</Box>
    </>
  )
}

function Deductions({ method, readOnly, onChange }: Props<'deduction'>) {
  const adder = useRef<HTMLButtonElement>(null)
  const { items } = method
  const put = (id: string, patch: Partial<(typeof items)[number]>) =>
    onChange({ ...method, items: items.map((item) => (item.id === id ? { ...item, ...patch } : item)) })
  return (
    <>
      {items.map((item, index) => (
        <RemovableRow
          key={item.id}
          name={`扣分项 ${index + 1}`}
          readOnly={readOnly}
          adder={adder}
          onRemove={() => onChange({ ...method, items: items.filter((one) => one.id !== item.id) })}
        >
          <TextField
            label={`扣分项 ${index + 1}`}
            lines={2}
            wide={false}
            readOnly={readOnly}
            value={item.text}
            onCommit={(text) => put(item.id, { text })}
          />
          <PointsField
            label="每次扣"
            readOnly={readOnly}
            value={item.points}
            onCommit={(points) => put(item.id, { points })}
          />
        </RemovableRow>
      ))}
      {!readOnly && (
        <Button
          ref={adder}
          size="small"
          sx={{ justifySelf: 'start' }}
          onClick={() =>
            onChange({ ...method, items: [...items, { id: freshId('d', items), text: '', points: 100 }] })
          }
        >
          增加扣分项
        </Button>
      )}
      <Box sx={{ color: colours.secondary }}>按次数扣分，扣完为止。</Box>
    </>
  )
}

function Satisfaction({ method, readOnly, onChange }: Props<'satisfaction'>) {
  return (
    <Box sx={{ ...line, gridTemplateColumns: '1fr 1fr' }}>
      <CountField
        label="满分线 %"
        isNeeded
        most={9999}
        readOnly={readOnly}
        value={method.full}
        onCommit={(full) => full !== null && onChange({ ...method, full })}
      />
      <CountField
        label="零分线 %"
        isNeeded
        most={9999}
        readOnly={readOnly}
        value={method.zero}
        onCommit={(zero) => zero !== null && onChange({ ...method, zero })}
      />
    </Box>
  )
}

function Graded() {
  const { rules } = useSession()
  const { bands } = rules.evaluation.scoring
  return (
    <Box sx={{ color: colours.secondary }}>
      由专家在分值以内评分：
      {bands.map(({ name, from }) => `${name} ≥${from}%`).join('，')}。
      <br />
      依据：{bands[0]?.clause}〔{bands[0]?.mark}〕
    </Box>
  )
}
