import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { addUp, formatWan } from '#domain/money'
import { isLedgerField, type LedgerField, ledgerFields } from '#excel/flat-fields'
import { asksMoneyUnit, type FlatMapping } from '#excel/flat-mapping'
import { readFlat, sampleRows } from '#excel/read-flat'
import { SeverityMark } from '#ui/SeverityMark.tsx'
import { colours } from '#ui/theme'
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
  const samples = sampleRows(ledger, mapping, sampleCount).map((row, index) => ({ number: index + 1, row }))
  const hint = mappingHint(layout)
  const columns = ledger.heads
    .map((head, column) => ({
      head,
      column,
      texts: samples.map(({ number, row }) => ({ number, text: row[column]?.text ?? '' })),
    }))
    .filter(({ head, texts }) => head !== '' || texts.some(({ text }) => text !== ''))

  return (
    <Box
      component="section"
      aria-label={layout.name}
      sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, px: 3, py: 1, flexWrap: 'wrap' }}>
        <Typography variant="h3" noWrap sx={{ maxWidth: 520 }} title={layout.name}>
          {layout.name}
        </Typography>
        {ledgers.length > 1 && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            等 {ledgers.length} 张表头相同的表
          </Typography>
        )}
        <FormControlLabel
          sx={{ m: 0 }}
          control={
            <Checkbox
              size="small"
              checked={mapping.isWanted}
              onChange={(_, isWanted) => onChange({ ...mapping, isWanted })}
            />
          }
          label="读取"
        />
        {mapping.isWanted && asksMoneyUnit(ledger, mapping) && (
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, fontSize: 13, whiteSpace: 'nowrap' }}>
            表上没写金额单位，读作
            <Choice
              label="金额单位"
              value={mapping.moneyUnit}
              onChange={(unit) => onChange({ ...mapping, moneyUnit: unit === '元' ? '元' : '万元' })}
            >
              <option value="万元">万元</option>
              <option value="元">元</option>
            </Choice>
          </Box>
        )}
        <Box role="status" sx={{ flex: 1, textAlign: 'right', fontSize: 13 }}>
          <Outcome layout={layout} hint={hint} />
        </Box>
      </Box>
      {mapping.isWanted && (
        <Box component="table" sx={tableStyle}>
          <thead>
            <tr>
              <th style={{ width: '22%' }}>表头</th>
              {samples.map(({ number }) => (
                <th key={number}>第 {number} 个项目</th>
              ))}
              <th style={{ width: 220 }}>读作</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ head, column, texts }) => (
              <tr key={column} data-ignored={mapping.fields[column] === 'ignore'}>
                <th scope="row" title={head}>
                  {head || '（无表头）'}
                </th>
                {texts.map(({ number, text }) => (
                  <td key={number} title={text}>
                    {text}
                  </td>
                ))}
                <td>
                  <Choice
                    label={`“${head || '（无表头）'}”读作`}
                    value={mapping.fields[column] ?? 'ignore'}
                    onChange={(value) => {
                      if (isLedgerField(value)) onChange(withField(mapping, column, value))
                    }}
                  >
                    {fieldOptions}
                  </Choice>
                </td>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
    </Box>
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

/** A native list: as quick by keyboard as people know it, and light with forty of them on a page. */
function Choice(props: {
  label: string
  value: string
  onChange: (value: string) => void
  children: React.ReactNode
}) {
  return (
    <Box
      component="select"
      aria-label={props.label}
      value={props.value}
      onChange={(event: React.ChangeEvent<HTMLSelectElement>) => props.onChange(event.target.value)}
      sx={{
        font: 'inherit',
        fontSize: 13,
        height: 28,
        width: '100%',
        minWidth: 72,
        px: 1,
        color: 'text.primary',
        bgcolor: 'background.paper',
        border: `1px solid ${colours.control}`,
        borderRadius: 1,
        '&:focus-visible': { outline: `2px solid ${colours.primary}`, outlineOffset: -1 },
      }}
    >
      {props.children}
    </Box>
  )
}

const tableStyle = {
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  fontSize: 13,
  '& th, & td': {
    height: 34,
    px: 3,
    py: 0,
    textAlign: 'left',
    fontWeight: 400,
    borderTop: 1,
    borderColor: 'divider',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& thead th': { bgcolor: colours.head, fontWeight: 600 },
  '& tbody th': { fontWeight: 600 },
  '& tr[data-ignored=true] th, & tr[data-ignored=true] td': { color: 'text.secondary', fontWeight: 400 },
} as const
