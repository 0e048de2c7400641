import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { cardText } from '#domain/exchange/cover'
import type { Station } from '#domain/exchange/station'
import { levels } from '#domain/year-book'
import { fingerprint } from '#exchange/fingerprint'
import { ownStation } from '#storage/exchange'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { QrCode } from '#ui/QrCode.tsx'
import { PaperFrame, paperStyle } from './PaperFrame.tsx'

/** 单位名片 on paper: what the other side compares its file with. */
export function CardPage() {
  const read = useLiveQuery(async () => ({ station: await ownStation() }), [])
  if (!read) return null
  const { station } = read
  if (!station)
    return (
      <EmptyPage
        title="单位名片"
        trail="打印预览"
        text="单位名片印着本单位的名称和密钥指纹，与名片文件一并交给往来单位核对。本机还没有名片，请先建立。"
        way={{ to: '/exchange/peers', name: '建立本机名片' }}
      />
    )
  return (
    <PaperFrame
      title="单位名片"
      file={`单位名片_${station.name}`}
      back={{ to: '/exchange/peers', name: '返回往来单位' }}
      papers={[{ id: station.id, paper: <CardPaper station={station} /> }]}
    />
  )
}

function CardPaper({ station }: { station: Station }) {
  const mark = fingerprint(station.publicKey)
  return (
    <Box component="article" sx={{ ...paperStyle, border: '1pt solid #000', p: '12mm' }}>
      <h1>数据交换单位名片</h1>
      <Box sx={{ display: 'flex', gap: '10mm', mt: '10mm', alignItems: 'flex-start' }}>
        <QrCode text={cardText(station, mark)} label="名片二维码：单位编号和指纹" size="42mm" />
        <Box sx={{ flex: 1 }}>
          <Box sx={{ fontSize: '16pt', fontWeight: 700 }}>{station.name}</Box>
          <Box>
            {station.level === '' ? '' : levels[station.level]}　行政区划 {station.regionCode}
            {station.unitCode && `　单位代码 ${station.unitCode}`}
          </Box>
          <Box sx={{ mt: '6mm' }}>密钥指纹（核对此 20 位数字）</Box>
          <Box sx={{ fontSize: '20pt', fontWeight: 700, whiteSpace: 'nowrap' }}>{mark}</Box>
        </Box>
      </Box>
      <Box sx={{ mt: '8mm' }}>
        请将名片文件（单位名片_{station.name}
        .jhx）与本页一并交给对方。对方在“数据交换—往来单位”中收取名片时，逐位核对上面的指纹，一致后信任。
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: '14mm' }}>
        <span>经办人：　　　　　　　　</span>
        <span>电话：　　　　　　　　</span>
        <span>（单位公章）　　　　年　　月　　日</span>
      </Box>
    </Box>
  )
}
