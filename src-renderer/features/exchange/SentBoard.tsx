import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { type OutState, outStates, type PackageRecord, purposes } from '#domain/exchange/package'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { EmptyState } from '#ui/EmptyState.tsx'
import { momentText } from '#ui/moment-text'
import { PageHead } from '#ui/PageHead.tsx'
import { RoadLine, type RoadStop } from '#ui/RoadLine.tsx'
import { packageLooks } from './PackageMark.tsx'
import { countsText, totalsText } from './package-words.ts'
import { panelStyle } from './styles.ts'

/** What a unit sent and how far it has come: 已生成 → 已送达 → 已接收, 部分接收 or 被退回. */
export function SentBoard({ packages }: { packages: readonly PackageRecord[] }) {
  const { by } = useSession()
  const sent = packages.filter(({ direction, state }) => direction === 'out' && state !== 'dropped')
  return (
    <>
      <PageHead title="收发看板" trail="数据交换" note="送达以后，对方导入并交回回执才算上报完成">
        <Button variant="outlined" component={Link} to="/exchange/receive">
          收取回执
        </Button>
        {may(by, 'make-package') && (
          <Button variant="contained" component={Link} to="/exchange/send">
            生成数据包
          </Button>
        )}
      </PageHead>
      <Box
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 4, display: 'grid', gap: 3, alignContent: 'start' }}
      >
        {sent.length === 0 && (
          <EmptyState text="还没有上报过。填报、送审以后，点“生成数据包”把上报包交给财政局。" />
        )}
        {sent.map((record) => (
          <Box
            key={record.id}
            component="section"
            aria-label={record.fileName}
            sx={{ ...panelStyle, p: 3, display: 'flex', gap: 4, alignItems: 'center' }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Link to={`/exchange/packages/${record.id}`}>
                {purposes[record.purpose]} 第 {record.sequence} 号
              </Link>
              <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
                给{record.peer.name}，{momentText(record.at)}；{countsText(record.counts)}
                {totalsText(record.totals) && `；${totalsText(record.totals)}`}
              </Box>
              {record.receipt && (record.receipt.faults.length > 0 || record.receipt.reason !== '') && (
                <Box sx={{ fontSize: 13, color: 'warning.main' }}>
                  ▲{' '}
                  {record.receipt.reason ||
                    `${record.receipt.faults.length} 条没有采用，打开可以逐条查看并改正。`}
                </Box>
              )}
            </Box>
            <Road record={record} />
          </Box>
        ))}
      </Box>
    </>
  )
}

const road: readonly RoadStop<OutState>[] = [
  { word: outStates.made, states: ['made'] },
  { word: outStates.delivered, states: ['delivered'] },
  { word: outStates.accepted, states: ['accepted', 'partly', 'refused'] },
]

function Road({ record }: { record: PackageRecord }) {
  const state = record.state as OutState // it went out
  const [shape, colour] = packageLooks[state]
  return <RoadLine road={road} state={state} word={outStates[state]} look={{ shape, colour }} holder="" />
}
