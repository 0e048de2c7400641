import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { metricList } from '#domain/appraisals/metric-names'
import { type ItemMethod, type SchemeItem, sourceWords } from '#domain/appraisals/scheme'
import { PointsField } from '#ui/PointsField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { cardStyle } from './ItemPane.tsx'
import { MethodForm } from './SchemeMethodForm.tsx'

const mostPoints = 10_000
const [firstRate] = metricList

/** A method of another kind, empty: what was written for the one before means nothing under it. */
function emptyMethod(kind: ItemMethod['kind'], points: number): ItemMethod {
  const metric = firstRate ?? 'goals-projects'
  switch (kind) {
    case 'rate':
      return { kind, parts: [{ metric, points, target: 10_000, nothing: 'none' }] }
    case 'bands':
      return { kind, metric, nothing: 'none', bands: [{ from: 10_000, points }] }
    case 'cases':
      return { kind, metric: '', each: 50 }
    case 'ticks':
      return { kind, ticks: [{ id: crypto.randomUUID(), name: '佐证要点', points }] }
    case 'sample':
      return {
        kind,
        of: 'goals',
        verdicts: [
          { id: 'fit', name: '合格', each: 0 },
          { id: 'fail', name: '不合格', each: 50 },
        ],
      }
    case 'manual':
      return { kind }
  }
}

export type ItemFormGiven = {
  item: SchemeItem
  readOnly: boolean
  onChange: (patch: Partial<SchemeItem>) => void
}

/** One item of a scheme: its points and standard, and how it is scored. */
export function SchemeItemForm(props: ItemFormGiven & { onRemove: () => void }) {
  const { item, readOnly, onChange, onRemove } = props
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 900 }}>
      <Box sx={cardStyle}>
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 100px', gap: 3 }}>
          <TextField
            label="指标名称"
            value={item.name}
            readOnly={readOnly}
            onCommit={(name) => onChange({ name })}
          />
          <PointsField
            label="分值"
            most={mostPoints}
            value={item.points}
            readOnly={readOnly}
            onCommit={(points) => onChange({ points: points ?? 0 })}
          />
          <TextField
            label="评分标准"
            lines={2}
            value={item.standard}
            readOnly={readOnly}
            onCommit={(standard) => onChange({ standard })}
          />
          <TextField
            label="要求的佐证"
            wide
            value={item.evidence}
            readOnly={readOnly}
            onCommit={(evidence) => onChange({ evidence })}
          />
          <TextField
            label={`依据〔${item.mark}〕`}
            wide
            value={item.clause}
            readOnly={readOnly}
            onCommit={(clause) => onChange({ clause })}
          />
        </Box>
      </Box>
      <Box sx={cardStyle}>
        <ChoiceField
          label="计分方式"
          value={item.method.kind}
          choices={sourceWords}
          readOnly={readOnly}
          onCommit={(kind) => kind !== '' && onChange({ method: emptyMethod(kind, item.points) })}
        />
        <MethodForm {...props} />
      </Box>
      {!readOnly && (
        <Button color="error" onClick={onRemove} sx={{ justifySelf: 'start' }}>
          删除指标“{item.name}”
        </Button>
      )}
    </Box>
  )
}
