import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import { formatWan } from '#domain/money'
import { lightKinds } from '#domain/monitoring/lights'
import type { BudgetBasis, ReportDisposal, ReportWarning } from '#domain/monitoring/report-figures'
import { rateText } from '#domain/monitoring/report-texts'
import { LightMark } from '#ui/LightMark.tsx'
import { colours } from '#ui/theme'
import { PlainTable } from './ReportTables.tsx'

const shortList = 10

/** A list that stands in the annex: the first lines here, all of them on demand. */
function Listed<Row>(props: {
  title: string
  rows: readonly Row[]
  children: (rows: readonly Row[]) => ReactNode
}) {
  const [whole, setWhole] = useState(false)
  const { rows } = props
  if (rows.length === 0)
    return <Box sx={{ mt: 3, fontSize: 13, color: colours.secondary }}>附件：{props.title}（无）</Box>
  return (
    <Box sx={{ mt: 3 }}>
      <Box sx={{ fontSize: 13, color: colours.secondary }}>
        附件：{props.title}，共 {rows.length} 项
      </Box>
      {props.children(whole ? rows : rows.slice(0, shortList))}
      {rows.length > shortList && (
        <Button size="small" onClick={() => setWhole(!whole)}>
          {whole ? '只看前 10 项' : `显示全部 ${rows.length} 项`}
        </Button>
      )}
    </Box>
  )
}

export function WarningList({ warnings }: { warnings: readonly ReportWarning[] }) {
  return (
    <Listed title="预警项目清单" rows={warnings}>
      {(rows) => (
        <PlainTable
          label="预警项目清单"
          heads={[
            { name: '项目' },
            { name: '归口股室' },
            { name: '预算数（万元）', right: true },
            { name: '执行率', right: true },
            { name: '预警情况' },
          ]}
          rows={rows.map((row) => ({
            key: row.goalId,
            cells: [
              { key: 'name', content: <Named name={row.name} unit={row.unitName} /> },
              { key: 'section', content: row.sectionName },
              { key: 'budget', content: formatWan(row.budget), right: true },
              {
                key: 'rate',
                content:
                  row.budget === null || row.paid === null
                    ? ''
                    : rateText({ budget: row.budget, paid: row.paid }),
                right: true,
              },
              {
                key: 'lights',
                content: row.lights.map(({ kind, colour, reason }) => (
                  <div key={kind}>
                    <LightMark colour={colour} /> {lightKinds[kind]}：{reason}
                  </div>
                )),
              },
            ],
          }))}
        />
      )}
    </Listed>
  )
}

export function DisposalList({ disposals }: { disposals: readonly ReportDisposal[] }) {
  return (
    <Listed title="处置清单" rows={disposals}>
      {(rows) => (
        <PlainTable
          label="处置清单"
          heads={['项目', '处置', '要求', '期限', '进展'].map((name) => ({ name }))}
          rows={rows.map((row) => ({
            key: `${row.name} ${row.unitName} ${row.measure}`,
            cells: [
              { key: 'name', content: <Named name={row.name} unit={row.unitName} /> },
              { key: 'measure', content: row.measure || '待决定' },
              { key: 'demand', content: row.demand },
              { key: 'due', content: row.dueOn },
              { key: 'state', content: row.state },
            ],
          }))}
        />
      )}
    </Listed>
  )
}

export function BasisList({ basis }: { basis: readonly BudgetBasis[] }) {
  return (
    <Listed title="预算调整、收回和取消清单（编制下年预算的依据）" rows={basis}>
      {(rows) => (
        <PlainTable
          label="预算调整、收回和取消清单"
          heads={[
            { name: '项目' },
            { name: '事项' },
            { name: '金额（万元）', right: true },
            { name: '理由' },
          ]}
          rows={rows.map((row) => ({
            key: `${row.name} ${row.unitName} ${row.what} ${row.why}`,
            cells: [
              { key: 'name', content: <Named name={row.name} unit={row.unitName} /> },
              { key: 'what', content: row.what },
              { key: 'amount', content: formatWan(row.amount), right: true },
              { key: 'why', content: row.why },
            ],
          }))}
        />
      )}
    </Listed>
  )
}

function Named({ name, unit }: { name: string; unit: string }) {
  return (
    <>
      {name}
      <Box sx={{ fontSize: 12, color: colours.secondary }}>{unit}</Box>
    </>
  )
}
