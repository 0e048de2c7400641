import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { missingCounties } from '#domain/counties/double'
import { sumSummaries } from '#domain/counties/summary'
import { useSession } from '#session'
import { type County, countiesOf, freshSummary } from '#storage/counties'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { exportCounties } from './counties-export.ts'
import { countyColumns } from './county-columns.tsx'

const tableStyle = {
  borderCollapse: 'collapse',
  width: '100%',
  fontSize: 13,
  bgcolor: 'background.paper',
  '& th, & td': { border: `1px solid ${colours.line}`, p: '6px 8px', whiteSpace: 'nowrap' },
  '& thead th': { bgcolor: colours.head, fontWeight: 600, textAlign: 'left' },
  '& .figure': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  '& tfoot td': { fontWeight: 600, bgcolor: colours.head },
} as const

/** 区县汇总: every county of the year as it last reported, and the sum of all; what changed is worked out by itself. */
export function CountiesPage() {
  const { book } = useSession()
  const { attempt, say } = useToast()
  const found = useLiveQuery(() => countiesOf(book.year), [book.year])
  const stale = found?.counties.find(({ isStale }) => isStale)?.book.id
  useEffect(() => {
    if (stale) attempt(() => freshSummary(stale))
  }, [stale, attempt])
  if (!found) return null
  const { counties, doubled } = found
  const missing = missingCounties(
    counties.map((county) => county.book),
    book.identity,
  )
  const known = counties.flatMap(({ summary }) => summary ?? [])
  if (counties.length === 0)
    return (
      <EmptyPage
        title="区县汇总"
        trail={`${book.year} 年度`}
        text="这里把本局和各区县上报的账套按区县列出、加总，演示账套不计入。请先导入区县财政局送来的上报包。"
        way={{ to: '/exchange/receive', name: '接收数据包' }}
      />
    )
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="区县汇总" trail={`${book.year} 年度`}>
        {missing.length > 0 && (
          <Button variant="outlined" component={Link} to="/exchange/board">
            收发看板
          </Button>
        )}
        <Button variant="outlined" component={Link} to="/counties/ledger">
          汇总台账
        </Button>
        <Button
          variant="outlined"
          onClick={() =>
            attempt(async () => {
              const text = await exportCounties(counties, book)
              if (text) say(text)
            })
          }
        >
          导出 Excel
        </Button>
      </PageHead>
      <Box
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, display: 'grid', gap: 3, alignContent: 'start' }}
      >
        {doubled.length > 0 && (
          <Box role="alert" sx={{ fontSize: 13, color: colours.attention }}>
            ▲ {doubled.map(({ book: extra }) => extra.name).join('、')}
            与同一区县的另一个账套重复，没有计入合计。请核对是否收错了数据包。
          </Box>
        )}
        <Box component="table" aria-label="区县汇总" sx={tableStyle}>
          <thead>
            <tr>
              <th scope="col">区县</th>
              {countyColumns.map(({ id, title, isFigure }) => (
                <th scope="col" key={id} className={isFigure ? 'figure' : ''}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counties.map((county) => (
              <CountyRow key={county.book.id} county={county} />
            ))}
            {missing.map((name) => (
              <tr key={name}>
                <td>{name}</td>
                <td colSpan={countyColumns.length} style={{ color: colours.secondary }}>
                  ○ 还没有收到上报包
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>
                合计（{known.length} 个{missing.length > 0 && `，${missing.length} 个未报`}）
              </td>
              {countyColumns.map(({ id, cell, hover, isFigure }) => (
                <td
                  key={id}
                  className={isFigure ? 'figure' : ''}
                  {...(hover ? { title: hover(sumSummaries(known)) } : {})}
                >
                  {cell(sumSummaries(known))}
                </td>
              ))}
            </tr>
          </tfoot>
        </Box>
        <Box sx={{ fontSize: 12, color: colours.secondary }}>
          金额单位：万元。点区县名称打开该区县上报的账套（只供查看）。执行率 = 支出 ÷
          调整后预算，以各区县最近一个月的国库台账为准。
        </Box>
      </Box>
    </Box>
  )
}

function CountyRow({ county }: { county: County }) {
  const { openBook } = useSession()
  const { book, summary, isStale } = county
  return (
    <tr>
      <td>
        <Button size="small" onClick={() => openBook(book.id)} sx={{ p: 0, minWidth: 0, fontWeight: 600 }}>
          {book.identity.regionName}
        </Button>
        {!book.collected && '（本级）'}
        {isStale && (
          <Box component="span" sx={{ color: colours.attention, ml: 1 }}>
            ▲ 正在重算
          </Box>
        )}
      </td>
      {countyColumns.map(({ id, cell, hover, isFigure, ofBook }) => (
        <td
          key={id}
          className={isFigure ? 'figure' : ''}
          {...(hover && summary ? { title: hover(summary) } : {})}
        >
          {ofBook ? ofBook(book) : summary ? cell(summary) : ''}
        </td>
      ))}
    </tr>
  )
}
