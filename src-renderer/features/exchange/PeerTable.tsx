import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { Peer } from '#domain/exchange/station'
import { may } from '#domain/people/permissions'
import { levels } from '#domain/year-book'
import { useSession } from '#session'
import { EmptyState } from '#ui/EmptyState.tsx'
import { momentText } from '#ui/moment-text'
import { Fingerprint } from './Fingerprint.tsx'
import { PeerMark } from './PackageMark.tsx'
import { listStyle } from './styles.ts'

const ways = { fingerprint: '核对指纹', 'hand-over': '旧密钥交接' } as const

/** Whose keys are known here, since when, and whether they still count. */
export function PeerTable(props: {
  peers: readonly Peer[]
  onRevoke: (peer: Peer) => void
  onRestore: (peer: Peer) => void
}) {
  const { by } = useSession()
  if (props.peers.length === 0)
    return (
      <EmptyState text="还没有往来单位。点“收取名片”，选择对方交来的名片文件（.jhx），与对方核对指纹后信任；此后其签名的数据包才能导入。" />
    )
  return (
    <Box component="table" aria-label="往来单位" sx={listStyle}>
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col">级次</th>
          <th scope="col">区划</th>
          <th scope="col">单位代码</th>
          <th scope="col">指纹</th>
          <th scope="col">信任方式</th>
          <th scope="col">状态</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {props.peers.map((peer) => (
          <tr key={peer.id}>
            <td>{peer.name}</td>
            <td>{peer.level === '' ? '' : levels[peer.level]}</td>
            <td>{peer.regionCode}</td>
            <td>{peer.unitCode || '—'}</td>
            <td>
              <Fingerprint publicKey={peer.publicKey} />
            </td>
            <td>
              {ways[peer.accepted]}，{peer.acceptedBy}，{momentText(peer.acceptedAt)}
            </td>
            <td>
              <PeerMark state={peer.state} />
              {peer.reason && <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{peer.reason}</Box>}
            </td>
            <td>
              {may(by, 'revoke-peer') &&
                (peer.state === 'trusted' ? (
                  <Button
                    size="small"
                    color="inherit"
                    aria-label={`停用${peer.name}`}
                    onClick={() => props.onRevoke(peer)}
                  >
                    停用
                  </Button>
                ) : (
                  <Button size="small" aria-label={`恢复${peer.name}`} onClick={() => props.onRestore(peer)}>
                    恢复
                  </Button>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}
