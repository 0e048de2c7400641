import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { addUp, formatWan } from '#domain/money'
import { isLedgerField, type LedgerField, ledgerFields } from '#excel/flat-fields'
import { asksMoneyUnit, type FlatMapping } from '#excel/flat-mapping'
import { readFlat, sampleRows } from '#excel/read-flat'
import { MappingCard, MappingChoice, MappingQuestion } from '#ui/MappingCard.tsx'
import { SeverityMark } from '#ui/SeverityMark.tsx'
import { type FlatLayout, mappingHint } from './import-layouts.ts'

/** 识别 of flat ledgers: which column is what. Asked once for each layout. */
export function ImportMapping(props: {
  layouts: readonly FlatLayout[]
  onChange: (id: string, mapping: FlatMapping) => void
}) {
  return (
    <Box
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 4, display: 'grid', gap: 4, alignContent: 'start' }}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        这些是一行一个项目的台账。请核对每一列读作什么，改好后点“下一步”；同样表头的台账以后照此读取，不再询问。
      </Typography>
      {props.layouts.map((layout) => (
        <LayoutCard
          key={layout.id}
          layout={layout}
          onChange={(mapping) => props.onChange(layout.id, mapping)}
        />
      ))}
    </Box>
  )
}

const sampleCount = 3

function LayoutCard({ layout, onChange }: { layout: FlatLayout; onChange: (mapping: FlatMapping) => void }) {
  const { mapping, ledgers } = layout
  const [ledger] = ledgers
  if (!ledger) return null
  const samples = sampleRows(ledger, mapping, sampleCount)
  const hint = mappingHint(layout)
  const columns = ledger.heads
    .map((head, column) => ({
      head,
      column,
      field: mapping.fields[column] ?? 'ignore',
      texts: samples.map((row) => row[column]?.text ?? ''),
    }))
    .filter(({ head, texts }) => head !== '' || texts.some((text) => text !== ''))
  return (
    <MappingCard
      name={layout.name}
      alike={ledgers.length}
      isWanted={mapping.isWanted}
      onWanted={(isWanted) => onChange({ ...mapping, isWanted })}
      asked={
        asksMoneyUnit(ledger, mapping) && (
          <MappingQuestion text="表上没写金额单位，读作">
            <MappingChoice
              label="金额单位"
              value={mapping.moneyUnit}
              onChange={(unit) => onChange({ ...mapping, moneyUnit: unit === '元' ? '元' : '万元' })}
            >
              <option value="万元">万元</option>
              <option value="元">元</option>
            </MappingChoice>
          </MappingQuestion>
        )
      }
      outcome={<Outcome layout={layout} hint={hint} />}
      columns={columns}
      samples={samples.length}
      sampleName={(number) => `第 ${number} 个项目`}
      options={fieldOptions}
      ignored="ignore"
      onField={(column, value) => {
        if (isLedgerField(value)) onChange(withField(mapping, column, value))
      }}
    />
  )
}

function withField(mapping: FlatMapping, column: number, field: LedgerField): FlatMapping {
  return { ...mapping, fields: mapping.fields.with(column, field) }
}

/** What the mapping would give: the surest check of a person that columns and money unit are right. */
function Outcome({ layout, hint }: { layout: FlatLayout; hint: string }) {
  if (!layout.mapping.isWanted) return <>不读取</>
  if (hint !== '') {
    return (
      <Box component="span" sx={{ color: 'error.main' }}>
        <SeverityMark severity="error" /> {hint}
      </Box>
    )
  }
  const forms = layout.ledgers.flatMap((ledger) => readFlat(ledger, layout.mapping))
  const sum = addUp(forms.map((form) => form.total))
  const faults = forms
    .flatMap((form) => form.faults)
    .filter(({ code }) => code === 'amount-unreadable' || code === 'amount-shared').length
  return (
    <>
      照此读出 {forms.length} 个项目，资金总额合计 {formatWan(sum)} 万元
      {faults > 0 && `；${faults} 处金额读不出，核对时列出`}
    </>
  )
}

const groups: readonly [string, readonly LedgerField[]][] = [
  ['项目', ['project', 'code', 'unit', 'unitCode', 'department', 'year']],
  [
    '资金',
    [
      'total',
      'general',
      'general-upper',
      'general-local',
      'fund',
      'fund-upper',
      'fund-local',
      'capital',
      'insurance',
      'fiscal',
      'fiscal-account',
      'own-money',
      'carryover',
      'other-money',
    ],
  ],
  ['目标与指标', ['annualGoal', 'longTermGoal', 'indicators']],
]
const grouped = new Set(['ignore', ...groups.flatMap(([, fields]) => fields)])
// The keys of the table are its union.
const others = (Object.keys(ledgerFields) as LedgerField[]).filter((field) => !grouped.has(field))

/** Made once: the same for every column of every ledger. */
const fieldOptions = (
  <>
    <option value="ignore">{ledgerFields.ignore}</option>
    {[...groups, ['其他', others] as const].map(([name, fields]) => (
      <optgroup key={name} label={name}>
        {fields.map((field) => (
          <option key={field} value={field}>
            {ledgerFields[field]}
          </option>
        ))}
      </optgroup>
    ))}
  </>
)
