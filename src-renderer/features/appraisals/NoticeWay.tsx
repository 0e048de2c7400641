import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'react-router'
import type { Appraisal } from '#domain/appraisals/appraisal'
import { isStillHere, noticeWays } from '#domain/appraisals/notice-way'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { allPackages } from '#storage/exchange'
import { colours } from '#ui/theme'

/** That a notice has not left this machine yet, and the way on; nothing once its package is made. */
export function NoticeWay({ appraisals }: { appraisals: readonly Appraisal[] }) {
  const { by } = useSession()
  const packages = useLiveQuery(allPackages)
  const [first] = appraisals
  if (!first || !packages || !may(by, 'open-appraisals') || !isStillHere(appraisals, packages)) return null
  return (
    <Box role="note" sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 2, fontSize: 13 }}>
      <Box sx={{ color: colours.attention }}>▲ 还没有离开本机：{noticeWays[first.scheme.target]}。</Box>
      <Button size="small" variant="outlined" component={Link} to="/exchange/send?purpose=parameters">
        去生成参数包
      </Button>
    </Box>
  )
}
