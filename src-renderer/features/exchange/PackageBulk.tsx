import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { exportReceipt } from '#actions/export-receipt'
import { markPackage } from '#actions/mark-package'
import { desktop } from '#desktop'
import { carriesRecords, type PackageRecord } from '#domain/exchange/package'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { useToast } from '#ui/Toast.tsx'
import { coversAddress } from './CoverPage.tsx'

/** Above the ledger while packages are chosen: what is done with all of them at once. */
export function PackageBulk(props: { chosen: readonly PackageRecord[]; onDone: () => void }) {
  const { chosen, onDone } = props
  const { by, dataKey } = useSession()
  const { attempt, say } = useToast()
  const covered = chosen.filter(({ purpose }) => carriesRecords(purpose))
  const made = chosen.filter(({ direction, state }) => direction === 'out' && state === 'made')
  const answered = chosen.filter(
    ({ direction, receipt, state }) => direction === 'in' && receipt && state !== 'undone',
  )

  function delivered() {
    attempt(async () => {
      for (const { id, medium } of made) await markPackage(id, 'delivered', medium, by)
      say(`已登记送达 ${made.length} 份。对方导入后会交回回执。`)
      onDone()
    })
  }
  function receipts() {
    attempt(async () => {
      const files = await Promise.all(answered.map(({ id }) => exportReceipt(id, dataKey, by)))
      const whole = files.map(({ name, bytes }) => ({ name, bytes, folder: [] }))
      const saved = await desktop.saveFolder(`回执_${files.length}份`, whole)
      if (!saved) return
      say(`已导出 ${files.length} 份回执，存放在${saved.place}。请交还发送单位。`)
      onDone()
    })
  }

  return (
    <Box
      role="group"
      aria-label="所选数据包"
      sx={{ px: 4, py: 1, display: 'flex', gap: 2, alignItems: 'center', bgcolor: 'action.selected' }}
    >
      <Box sx={{ flex: 1, fontSize: 13 }}>已选 {chosen.length} 个数据包</Box>
      {answered.length > 0 && (
        <Button size="small" variant="outlined" disabled={dataKey === null} onClick={receipts}>
          导出回执 {answered.length} 份
        </Button>
      )}
      {made.length > 0 && may(by, 'mark-package') && (
        <Button size="small" variant="outlined" onClick={delivered}>
          登记送达 {made.length} 份
        </Button>
      )}
      {covered.length > 0 && (
        <Button size="small" variant="contained" component={Link} to={coversAddress(covered)}>
          打印封面 {covered.length} 份
        </Button>
      )}
      <Button size="small" color="inherit" onClick={onDone}>
        取消选择
      </Button>
    </Box>
  )
}
