import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { sentenceFor } from '#ui/error-text'
import { PageHead } from '#ui/PageHead.tsx'
import { ejectHint } from '#ui/room-text'
import { coversAddress } from './CoverPage.tsx'
import { sizeText } from './package-words.ts'
import type { Saved } from './save-packages.ts'
import { listStyle } from './styles.ts'

/** Saved: where, and the cover of each; which of them the stick did not take any more, and the way to make those anew. */
export function SendResult(props: {
  saved: Saved
  passphrase: string
  onAgain: () => void
  onLost: () => void
}) {
  const { records, lost, failure, place, outbox } = props.saved
  const [first] = records
  return (
    <>
      <PageHead title={lost.length > 0 ? '部分数据包已生成' : '数据包已生成'} trail="数据交换">
        <Button color="inherit" onClick={props.onAgain}>
          再生成一份
        </Button>
        {first && (
          <Button
            variant="contained"
            component={Link}
            to={records.length === 1 ? `/exchange/packages/${first.id}/cover` : coversAddress(records)}
          >
            {records.length === 1 ? '打印封面' : `打印封面 ${records.length} 份`}
          </Button>
        )}
      </PageHead>
      <Box
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 4, display: 'grid', gap: 4, alignContent: 'start' }}
      >
        {lost.length > 0 && (
          <Alert
            severity="error"
            action={
              <Button color="inherit" size="small" onClick={props.onLost}>
                重新生成这 {lost.length} 份
              </Button>
            }
          >
            有 {lost.length} 份没有写入，已在台账中记为作废：
            {lost
              .slice(0, 5)
              .map(({ peer }) => peer.name)
              .join('、')}
            {lost.length > 5 && '等'}。{sentenceFor(failure)}
          </Alert>
        )}
        <Alert severity="success">
          已生成 {records.length} 份数据包，
          {outbox ? ejectHint(outbox.label, place) : `存放在${place}。`}
          送达后请在往来台账登记送达；对方导入后会交回回执。
        </Alert>
        {props.passphrase !== '' && (
          <Alert severity="info">口令是“{props.passphrase}”，请另行告知接收单位，不要写在介质上。</Alert>
        )}
        <Box component="table" aria-label="生成的数据包" sx={listStyle}>
          <thead>
            <tr>
              <th scope="col">接收单位</th>
              <th scope="col">文件</th>
              <th scope="col" className="figure">
                大小
              </th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <tr key={record.id}>
                <td>{record.peer.name}</td>
                <td>{record.fileName}</td>
                <td className="figure">{sizeText(record.size)}</td>
                <td>
                  <Button size="small" component={Link} to={`/exchange/packages/${record.id}/cover`}>
                    封面
                  </Button>
                  <Button size="small" component={Link} to={`/exchange/packages/${record.id}`}>
                    台账
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </>
  )
}
