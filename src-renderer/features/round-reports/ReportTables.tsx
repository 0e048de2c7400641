import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { formatWan } from '#domain/money'
import { type LightColour, type LightKind, lightColours, lightKinds } from '#domain/monitoring/lights'
import type { ReportFigures } from '#domain/monitoring/report-figures'
import { rateText } from '#domain/monitoring/report-texts'
import { LightMark } from '#ui/LightMark.tsx'
import { colours } from '#ui/theme'

const cell = { p: '5px 8px', borderBottom: `1px solid ${colours.line}` } as const
const kinds = Object.entries(lightKinds) as [LightKind, string][] // the entries of the table
const lit = Object.keys(lightColours) as LightColour[] // the keys of the table

export type Cell = { key: string; content: ReactNode; right?: boolean; bold?: boolean }

/** A plain table beside the text: heads, lines, figures at the right. */
export function PlainTable(props: {
  label: string
  heads: readonly { name: string; right?: boolean }[]
  rows: readonly { key: string; cells: readonly Cell[] }[]
}) {
  return (
    <Box sx={{ overflowX: 'auto', mt: 3 }}>
      <Box
        component="table"
        aria-label={props.label}
        sx={{ borderCollapse: 'collapse', width: '100%', fontSize: 13 }}
      >
        <thead>
          <tr>
            {props.heads.map(({ name, right }) => (
              <Box
                component="th"
                key={name}
                sx={{ ...cell, bgcolor: colours.head, fontWeight: 500, textAlign: right ? 'right' : 'left' }}
              >
                {name}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map(({ key: name, content, right, bold }) => (
                <Box
                  component="td"
                  key={name}
                  sx={{
                    ...cell,
                    textAlign: right ? 'right' : 'left',
                    fontWeight: bold ? 600 : 400,
                    fontVariantNumeric: 'tabular-nums',
                    verticalAlign: 'top',
                  }}
                >
                  {content}
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

/** Forms and money by 归口股室, with the sum. */
export function SectionTable({ figures }: { figures: ReportFigures }) {
  const lines = [...figures.sections, { sectionId: 'all', name: '合计', figures: figures.all }]
  return (
    <PlainTable
      label="各归口股室监控情况"
      heads={[
        { name: '归口股室' },
        ...['应报', '已报', '预算数（万元）', '支出数（万元）', '执行率', '预警'].map((name) => ({
          name,
          right: true,
        })),
      ]}
      rows={lines.map(({ sectionId, name, figures: own }) => ({
        key: sectionId,
        cells: [
          { key: 'name', content: name, bold: sectionId === 'all' },
          { key: 'due', content: own.due, right: true },
          { key: 'reported', content: own.reported, right: true },
          { key: 'budget', content: formatWan(own.budget), right: true },
          { key: 'paid', content: formatWan(own.paid), right: true },
          { key: 'rate', content: rateText(own), right: true },
          { key: 'red', content: own.colours.red, right: true },
        ],
      }))}
    />
  )
}

/** How many projects have which light. */
export function LightTable({ figures }: { figures: ReportFigures }) {
  return (
    <PlainTable
      label="各类预警灯的项目数"
      heads={[{ name: '监控内容' }, ...lit.map((colour) => ({ name: lightColours[colour], right: true }))]}
      rows={kinds.map(([kind, name]) => ({
        key: kind,
        cells: [
          { key: 'name', content: name },
          ...lit.map((colour) => ({
            key: colour,
            content: <LightMark colour={colour} count={figures.lights[kind][colour]} />,
            right: true,
          })),
        ],
      }))}
    />
  )
}
