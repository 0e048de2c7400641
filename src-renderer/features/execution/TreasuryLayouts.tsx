import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMemo } from 'react'
import { months } from '#domain/execution/execution'
import { addUp, formatWan } from '#domain/money'
import { isTreasuryField, treasuryFields } from '#excel/treasury-fields'
import { asksTreasuryUnit, type TreasuryMapping } from '#excel/treasury-mapping'
import { MappingCard, MappingChoice, MappingQuestion } from '#ui/MappingCard.tsx'
import { SeverityMark } from '#ui/SeverityMark.tsx'
import { hasOwnMonths, layoutHint, readLayouts, type TreasuryLayout } from './treasury-layouts.ts'

const samples = 3

/** 识别 of the treasury's ledgers: what each column means and of which month each file is. */
export function TreasuryLayouts(props: {
  layouts: readonly TreasuryLayout[]
  onMapping: (id: string, mapping: TreasuryMapping) => void
  onSources: (id: string, sources: TreasuryLayout['sources']) => void
}) {
  return (
    <Box
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 4, display: 'grid', gap: 4, alignContent: 'start' }}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        请核对每一列读作什么、数据截至几月，再点“下一步”；同样表头的台账以后照此读取，不再询问。
      </Typography>
      {props.layouts.map((layout) => (
        <LayoutCard key={layout.id} layout={layout} {...props} />
      ))}
    </Box>
  )
}

function LayoutCard(props: {
  layout: TreasuryLayout
  onMapping: (id: string, mapping: TreasuryMapping) => void
  onSources: (id: string, sources: TreasuryLayout['sources']) => void
}) {
  const { layout } = props
  const { mapping, sources } = layout
  const [first] = sources
  if (!first) return null
  const { ledger } = first
  const change = (next: Partial<TreasuryMapping>) => props.onMapping(layout.id, { ...mapping, ...next })
  const shown = ledger.rows.slice(0, samples)
  const columns = ledger.heads
    .map((head, column) => ({
      head,
      column,
      field: mapping.fields[column] ?? 'ignore',
      texts: shown.map(({ texts }) => texts[column] ?? ''),
    }))
    .filter(({ head, texts }) => head !== '' || texts.some((text) => text !== ''))
  return (
    <MappingCard
      name={layout.name}
      alike={sources.length}
      isWanted={mapping.isWanted}
      onWanted={(isWanted) => change({ isWanted })}
      asked={<Questions mapping={mapping} asksUnit={asksTreasuryUnit(ledger, mapping)} onChange={change} />}
      outcome={<Outcome layout={layout} />}
      columns={columns}
      samples={shown.length}
      sampleName={(number) => `第 ${number} 行`}
      options={fieldOptions}
      ignored="ignore"
      onField={(column, field) => {
        if (isTreasuryField(field)) change({ fields: mapping.fields.with(column, field) })
      }}
    >
      {mapping.isWanted && !hasOwnMonths(mapping) && (
        <SourceMonths sources={sources} onChange={(next) => props.onSources(layout.id, next)} />
      )}
    </MappingCard>
  )
}

function Questions(props: {
  mapping: TreasuryMapping
  asksUnit: boolean
  onChange: (change: Partial<TreasuryMapping>) => void
}) {
  const { mapping, onChange } = props
  return (
    <>
      {props.asksUnit && (
        <MappingQuestion text="表上没写金额单位，读作">
          <MappingChoice
            label="金额单位"
            value={mapping.moneyUnit}
            onChange={(unit) => onChange({ moneyUnit: unit === '元' ? '元' : '万元' })}
          >
            <option value="万元">万元</option>
            <option value="元">元</option>
          </MappingChoice>
        </MappingQuestion>
      )}
      {mapping.fields.includes('ofMonth') && (
        <MappingQuestion text="各月的列是">
          <MappingChoice
            label="各月的列"
            value={mapping.ofMonth}
            onChange={(value) => onChange({ ofMonth: value === 'monthly' ? 'monthly' : 'cumulative' })}
          >
            <option value="monthly">当月支出</option>
            <option value="cumulative">累计支出</option>
          </MappingChoice>
        </MappingQuestion>
      )}
    </>
  )
}

/** 数据截至: one list a file, where neither rows nor heads say it. */
function SourceMonths(props: {
  sources: TreasuryLayout['sources']
  onChange: (sources: TreasuryLayout['sources']) => void
}) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, columnGap: 6, px: 3, pb: 2, fontSize: 13 }}>
      {props.sources.map((source) => {
        const month = source.month ?? source.ledger.month
        const name = `${source.file.split('/').at(-1)}（${source.ledger.sheet}）`
        return (
          <MappingQuestion key={source.key} text={`${name} 数据截至`}>
            <MappingChoice
              label={`${name}数据截至`}
              value={month === null ? '' : String(month)}
              onChange={(value) =>
                props.onChange(
                  props.sources.map((each) =>
                    each.key === source.key ? { ...each, month: value === '' ? null : Number(value) } : each,
                  ),
                )
              }
            >
              <option value="">请选择</option>
              {months.map((each) => (
                <option key={each} value={each}>
                  {each} 月
                </option>
              ))}
            </MappingChoice>
          </MappingQuestion>
        )
      })}
    </Box>
  )
}

/** What the mapping would give: the surest check of a person that columns and money unit are right. */
function Outcome({ layout }: { layout: TreasuryLayout }) {
  const hint = layoutHint(layout)
  const reading = useMemo(() => (hint === '' ? readLayouts([layout]) : null), [layout, hint])
  if (!layout.mapping.isWanted) return <>不读取</>
  if (!reading)
    return (
      <Box component="span" sx={{ color: 'error.main' }}>
        <SeverityMark severity="error" /> {hint}
      </Box>
    )
  const { lines } = reading
  const unreadable = lines.filter((line) => line.unreadable.length > 0).length
  return (
    <>
      照此读出 {lines.length} 行，支出合计 {formatWan(addUp(lines.map(({ stated }) => stated)))} 万元
      {unreadable > 0 && `；${unreadable} 行金额读不出，核对时列出`}
    </>
  )
}

/** Made once: the same for every column of every ledger. */
const fieldOptions = Object.entries(treasuryFields).map(([field, name]) => (
  <option key={field} value={field}>
    {name}
  </option>
))
