import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { setPeerState } from '#actions/revoke-peer'
import type { Peer } from '#domain/exchange/station'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { allPeers, ownStation } from '#storage/exchange'
import { EmptyState } from '#ui/EmptyState.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { NeedAccount } from './NeedAccount.tsx'
import { PeerTable } from './PeerTable.tsx'
import { StationCard } from './StationCard.tsx'
import { StationDialog } from './StationDialog.tsx'
import { TakeCardDialog } from './TakeCardDialog.tsx'
import { useChosenCard } from './use-chosen-card.ts'

/** 往来单位: this machine's own card, and whose signatures are believed here. */
export function PeersPage() {
  const { by, dataKey } = useSession()
  const { attempt, say } = useToast()
  const read = useLiveQuery(async () => ({ station: await ownStation(), peers: await allPeers() }), [])
  const [editing, setEditing] = useState(false)
  const { card, ask, field, close } = useChosenCard('对方的单位名片')
  const [revoking, setRevoking] = useState<Peer | null>(null)
  if (!read) return null
  const { station, peers } = read

  function restore(peer: Peer) {
    attempt(async () => {
      await setPeerState(peer.id, 'trusted', '', by)
      say(`已恢复${peer.name}，其签名的数据包可以导入。`)
    })
  }
  function revoke(peer: Peer, reason: string) {
    setRevoking(null)
    attempt(async () => {
      await setPeerState(peer.id, 'revoked', reason, by)
      say({
        text: `已停用${peer.name}，其签名的数据包须经管理员决定才能导入。`,
        undo: () => setPeerState(peer.id, 'trusted', '', by),
      })
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title="往来单位" trail="数据交换">
        {may(by, 'accept-peer') && (
          <Button variant={station ? 'contained' : 'outlined'} onClick={ask}>
            收取名片
          </Button>
        )}
        {field}
      </PageHead>
      <Box
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 4, display: 'grid', gap: 4, alignContent: 'start' }}
      >
        {station && <StationCard station={station} onEdit={() => setEditing(true)} />}
        {!station && dataKey === null && <NeedAccount />}
        {!station && dataKey !== null && (
          <EmptyState text="本机还没有名片。建立后生成一对签名密钥，别的单位凭名片上的指纹确认数据包出自本机。">
            {may(by, 'save-station') && (
              <Button variant="contained" onClick={() => setEditing(true)}>
                建立本机名片
              </Button>
            )}
          </EmptyState>
        )}
        <PeerTable peers={peers} onRevoke={setRevoking} onRestore={restore} />
      </Box>
      {editing && <StationDialog station={station} onClose={() => setEditing(false)} />}
      {card && <TakeCardDialog card={card} by={by} onClose={close} />}
      {revoking && (
        <OpinionDialog
          title={`停用往来单位：${revoking.name}`}
          action="停用"
          required
          phrases={['对方电脑遗失或密钥外泄。', '单位已撤并。', '名片收错，不是该单位。']}
          onCancel={() => setRevoking(null)}
          onConfirm={(reason) => revoke(revoking, reason)}
        >
          <Box sx={{ fontSize: 13 }}>
            停用后，这个单位签名的数据包不能直接导入；已导入的内容不受影响，可随时恢复。
          </Box>
        </OpinionDialog>
      )}
    </Box>
  )
}
