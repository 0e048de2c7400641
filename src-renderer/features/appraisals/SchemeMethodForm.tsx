import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { type MetricId, metricList, metricNames } from '#domain/appraisals/metric-names'
import { type ItemMethod, nothingWords, sampleKinds } from '#domain/appraisals/scheme'
import { PointsField } from '#ui/PointsField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import type { ItemFormGiven as Given } from './SchemeItemForm.tsx'

const rates = Object.fromEntries(
  metricList.filter((id) => metricNames[id].counts === 'rate').map((id) => [id, metricNames[id].name]),
)
const counts = Object.fromEntries(
  metricList.filter((id) => metricNames[id].counts === 'count').map((id) => [id, metricNames[id].name]),
)
const mostPoints = 10_000

function metricOf(id: string): MetricId | undefined {
  return metricList.find((each) => each === id)
}

type Of<Kind extends ItemMethod['kind']> = Given & { method: Extract<ItemMethod, { kind: Kind }> }

/** How an item is scored, by its kind. */
export function MethodForm(props: Given) {
  const { method } = props.item
  switch (method.kind) {
    case 'rate':
      return <RateForm {...props} method={method} />
    case 'bands':
      return <BandsForm {...props} method={method} />
    case 'cases':
      return <CasesForm {...props} method={method} />
    case 'ticks':
      return <TicksForm {...props} method={method} />
    case 'sample':
      return <SampleForm {...props} method={method} />
    case 'manual':
      return <Box sx={{ fontSize: 13 }}>由自评和复核的人给分，超过分值不能保存。</Box>
  }
}

function BandsForm({ item, method, readOnly, onChange }: Of<'bands'>) {
  const put = (next: ItemMethod) => onChange({ method: next })
  // Its place is what a band is: by what is written in it, it would be another one with every change.
  const places = method.bands.map((band, index) => ({ band, index }))
  return (
    <>
      <ChoiceField<string>
        label="自动指标"
        value={method.metric}
        choices={rates}
        readOnly={readOnly}
        onCommit={(id) => put({ ...method, metric: metricOf(id) ?? method.metric })}
      />
      {places.map(({ band, index }) => (
        <Row key={index}>
          <PointsField
            label="比例达到（%）"
            most={10_000}
            value={band.from}
            readOnly={readOnly}
            onCommit={(from) =>
              put({ ...method, bands: method.bands.with(index, { ...band, from: from ?? 0 }) })
            }
          />
          <PointsField
            label="得分"
            most={item.points}
            value={band.points}
            readOnly={readOnly}
            onCommit={(points) =>
              put({ ...method, bands: method.bands.with(index, { ...band, points: points ?? 0 }) })
            }
          />
        </Row>
      ))}
      <Add
        readOnly={readOnly}
        word="加一档"
        onAdd={() => put({ ...method, bands: [...method.bands, { from: 0, points: 0 }] })}
      />
    </>
  )
}

function CasesForm({ method, readOnly, onChange }: Of<'cases'>) {
  const put = (next: ItemMethod) => onChange({ method: next })
  return (
    <Row>
      <ChoiceField<string>
        label="次数从哪里来"
        blank="人工登记"
        value={method.metric}
        choices={counts}
        readOnly={readOnly}
        onCommit={(id) => put({ ...method, metric: metricOf(id) ?? '' })}
      />
      <PointsField
        label="每次扣分"
        most={mostPoints}
        value={method.each}
        readOnly={readOnly}
        onCommit={(each) => put({ ...method, each: each ?? 0 })}
      />
    </Row>
  )
}

function TicksForm({ method, readOnly, onChange }: Of<'ticks'>) {
  const put = (next: ItemMethod) => onChange({ method: next })
  return (
    <>
      {method.ticks.map((tick, index) => (
        <Row key={tick.id}>
          <TextField
            label={`要点 ${index + 1}`}
            value={tick.name}
            readOnly={readOnly}
            onCommit={(name) => put({ ...method, ticks: method.ticks.with(index, { ...tick, name }) })}
          />
          <PointsField
            label="分值"
            most={mostPoints}
            value={tick.points}
            readOnly={readOnly}
            onCommit={(points) =>
              put({
                ...method,
                ticks:
                  points === null
                    ? method.ticks.filter(({ id }) => id !== tick.id)
                    : method.ticks.with(index, { ...tick, points }),
              })
            }
          />
        </Row>
      ))}
      <Add
        readOnly={readOnly}
        word="加一个要点"
        onAdd={() =>
          put({
            ...method,
            ticks: [...method.ticks, { id: crypto.randomUUID(), name: '', points: 100 }],
          })
        }
      />
    </>
  )
}

function SampleForm({ method, readOnly, onChange }: Of<'sample'>) {
  const put = (next: ItemMethod) => onChange({ method: next })
  return (
    <>
      <ChoiceField
        label="抽查什么"
        value={method.of}
        choices={sampleKinds}
        readOnly={readOnly}
        onCommit={(of) => of !== '' && put({ ...method, of })}
      />
      {method.verdicts.map((verdict, index) => (
        <Row key={verdict.id}>
          <TextField
            label={`结论 ${index + 1}`}
            value={verdict.name}
            readOnly={readOnly}
            onCommit={(name) =>
              put({ ...method, verdicts: method.verdicts.with(index, { ...verdict, name }) })
            }
          />
          <PointsField
            label="每个扣分"
            most={mostPoints}
            value={verdict.each}
            readOnly={readOnly}
            onCommit={(each) =>
              put({ ...method, verdicts: method.verdicts.with(index, { ...verdict, each: each ?? 0 }) })
            }
          />
        </Row>
      ))}
      <Add
        readOnly={readOnly}
        word="加一种结论"
        onAdd={() =>
          put({
            ...method,
            verdicts: [...method.verdicts, { id: crypto.randomUUID(), name: '', each: 50 }],
          })
        }
      />
    </>
  )
}

function RateForm({ item, method, readOnly, onChange }: Of<'rate'>) {
  const put = (parts: typeof method.parts) => onChange({ method: { ...method, parts } })
  return (
    <>
      {method.parts.map((part, index) => (
        <Box key={part.metric} sx={{ display: 'grid', gridTemplateColumns: '1fr 80px 110px 170px', gap: 3 }}>
          <ChoiceField<string>
            label="自动指标"
            value={part.metric}
            choices={rates}
            readOnly={readOnly}
            onCommit={(id) => put(method.parts.with(index, { ...part, metric: metricOf(id) ?? part.metric }))}
          />
          <PointsField
            label="分值"
            most={item.points}
            value={part.points}
            readOnly={readOnly}
            onCommit={(points) =>
              put(
                points === null
                  ? method.parts.filter((_, at) => at !== index)
                  : method.parts.with(index, { ...part, points }),
              )
            }
          />
          <PointsField
            label="满分比例（%）"
            most={10_000}
            value={part.target}
            readOnly={readOnly}
            onCommit={(target) => put(method.parts.with(index, { ...part, target: target ?? 10_000 }))}
          />
          <ChoiceField
            label="没有应办事项时"
            value={part.nothing}
            choices={nothingWords}
            readOnly={readOnly}
            onCommit={(nothing) => nothing !== '' && put(method.parts.with(index, { ...part, nothing }))}
          />
          <Box sx={{ gridColumn: '1 / -1', fontSize: 12, color: 'text.secondary', mt: -2 }}>
            {metricNames[part.metric].formula}
          </Box>
        </Box>
      ))}
      <Add
        readOnly={readOnly}
        word="加一个自动指标"
        onAdd={() => {
          const free = metricList.find(
            (id) => metricNames[id].counts === 'rate' && method.parts.every(({ metric }) => metric !== id),
          )
          if (free) put([...method.parts, { metric: free, points: 0, target: 10_000, nothing: 'none' }])
        }}
      />
    </>
  )
}

function Row({ children }: { children: ReactNode }) {
  return <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 120px', gap: 3 }}>{children}</Box>
}

function Add(props: { readOnly: boolean; word: string; onAdd: () => void }) {
  if (props.readOnly) return null
  return (
    <Button variant="outlined" size="small" onClick={props.onAdd} sx={{ justifySelf: 'start' }}>
      {props.word}
    </Button>
  )
}
