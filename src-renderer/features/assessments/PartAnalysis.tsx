import Box from '@mui/material/Box'
import {
  cutOf,
  type DimensionPart,
  dimensionParts,
  emptyDimension,
  isShared,
  reportVersions,
} from '#domain/assessments/assessment'
import { conclusions } from '#domain/assessments/result'
import { combinedScore, isBetter, suggestedConclusion } from '#domain/assessments/score'
import { formatWanExact } from '#domain/money'
import type { Problem } from '#domain/problem'
import { useSession } from '#session'
import { MoneyField } from '#ui/MoneyField.tsx'
import { note } from '#ui/part-style'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { ReportField } from './PartBasics.tsx'
import { fieldGrid, type PartProps } from './part.ts'

/** 正式稿 comes with the conclusion, never before. */
const workVersions = { draft: reportVersions.draft, revised: reportVersions.revised } as const

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <Box sx={{ fontSize: 14 }}>
      <Box sx={{ fontSize: 12, lineHeight: '20px', color: 'text.secondary' }}>{name}</Box>
      <Box sx={{ lineHeight: '32px', fontWeight: 600 }}>{value}</Box>
    </Box>
  )
}

function fault(message: string): Problem {
  return {
    code: 'conclusion-too-good',
    severity: 'error',
    at: 'conclusion',
    message,
    clause: '',
    suggestion: '',
  }
}

/** 分析与结论: four paragraphs a dimension, the conclusion, the amount and its cut. */
export function PartAnalysis({ draft, isOpen }: PartProps) {
  const { assessment, change } = draft
  const { rules } = useSession()
  const mayWork = isOpen('work')
  const table = rules.assessment.tables[assessment.kind]
  const parts = Object.entries(dimensionParts) as [DimensionPart, string][] // the rows of the table
  const allowed = suggestedConclusion(combinedScore(assessment.experts, table), rules.assessment)
  const { conclusion } = assessment
  const isTooGood = conclusion !== '' && allowed !== null && isBetter(conclusion, allowed.conclusion)
  const cut = cutOf(assessment)

  function write(id: string, part: DimensionPart, text: string) {
    change('work', ({ dimensions }) => ({
      dimensions: { ...dimensions, [id]: { ...(dimensions[id] ?? emptyDimension), [part]: text } },
    }))
  }

  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {table.map((dimension, index) => (
        <Box key={dimension.id} component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
          <Box component="legend" sx={{ fontWeight: 600, fontSize: 14, p: 0, mb: 1 }}>
            {index + 1}. {dimension.name}
          </Box>
          <Box sx={{ display: 'grid', gap: '4px 12px', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
            {parts.map(([part, label]) => (
              <TextField
                key={part}
                label={label}
                lines={2}
                wide={false}
                readOnly={!mayWork}
                value={assessment.dimensions[dimension.id]?.[part] ?? ''}
                onCommit={(text) => write(dimension.id, part, text)}
              />
            ))}
          </Box>
        </Box>
      ))}
      {allowed && <Box sx={note}>{allowed.reason}</Box>}
      <Box sx={fieldGrid}>
        <ChoiceField
          label="评估结论"
          blank="请选择"
          choices={conclusions}
          readOnly={!mayWork}
          problems={isTooGood && allowed ? [fault(allowed.reason)] : []}
          value={conclusion}
          onCommit={(chosen) => change('work', { conclusion: chosen })}
        />
        <MoneyField
          label="建议金额"
          readOnly={!mayWork}
          value={assessment.recommended}
          onCommit={(recommended) => change('work', { recommended })}
        />
        <Figure name="核减（申报减建议）" value={cut === null ? '—' : `${formatWanExact(cut)} 万元`} />
        <TextField
          label="评估编号"
          readOnly={!mayWork}
          placeholder="如 南财评〔2026〕1号"
          value={assessment.number}
          onCommit={(number) => change('work', { number: number.trim() })}
        />
        {isShared(assessment) && (
          <TextField
            label="评审编号"
            readOnly={!mayWork}
            value={assessment.reviewNumber}
            onCommit={(reviewNumber) => change('work', { reviewNumber: reviewNumber.trim() })}
          />
        )}
        {mayWork ? (
          <ChoiceField
            label="报告版次"
            choices={workVersions}
            value={assessment.reportVersion === 'final' ? 'revised' : assessment.reportVersion}
            onCommit={(version) => version !== '' && change('work', { reportVersion: version })}
          />
        ) : (
          <Figure name="报告版次" value={reportVersions[assessment.reportVersion]} />
        )}
      </Box>
      <ReportField name="overall" draft={draft} readOnly={!mayWork} onChange={change} lines={3} />
    </Box>
  )
}
