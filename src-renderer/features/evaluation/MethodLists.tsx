import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import { refitted } from '#domain/evaluation/system-weights'
import { formatWeight } from '#domain/goals/weights'
import { CountField } from '#ui/CountField.tsx'
import { PointsField } from '#ui/PointsField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { useRefuseUnread } from '#ui/unread'
import { line, type MethodProps, RemovableRow } from './MethodFields.tsx'

/** 评价要点, whose points are those of the indicator together. */
export function Aspects({ method, points, readOnly, onChange }: MethodProps<'aspects'>) {
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
            isNeeded
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

/** 分档: from the best down, the first that is reached counts. */
export function Bands({ method, readOnly, onChange }: MethodProps<'bands'>) {
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

/** 扣分项: what is taken off each time. */
export function Deductions({ method, readOnly, onChange }: MethodProps<'deduction'>) {
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
            isNeeded
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

function even<Item extends { points: number }>(item: Item): Item {
  return { ...item, points: 1 }
}

function freshId(start: string, items: readonly { id: string }[]): string {
  const numbers = items.map(({ id }) => Number(id.replace(/\D/g, '')))
  return `${start}${Math.max(0, ...numbers) + 1}`
}
